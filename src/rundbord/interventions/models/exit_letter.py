"""What somebody without a seat in Rundbord is told of an exit case: on paper, to whom the consent names (ADR 0029)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.interventions.exit_letter_policies import DeliveredInExit, WrittenInExit
from rundbord.interventions.exit_row_policies import GoneExit
from rundbord.interventions.models.exit_case import ExitCase, ExitConsent
from rundbord.partnership.models import Partnership


class ExitLetter(models.Model):
    """Exit letter — brev i exitforløb: what somebody outside Rundbord was told, as the sender keeps it.

    `outsider_id` is the consent's own key of whom it names. `content` is JSON as in `sharing.rules.content`; it,
    `necessity` and `to_whom` lie sealed by the case's key. A letter is asked back; nothing can erase it elsewhere.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="letters")
    consent = models.ForeignKey(ExitConsent, models.PROTECT, related_name="+")
    outsider_id = models.UUIDField()
    to_whom = models.BinaryField()
    basis = term()
    role = term()
    content = models.BinaryField()
    necessity = models.BinaryField()
    conditions = ArrayField(term())
    expires_on = models.DateField()
    told_at = models.DateTimeField()
    told_by = models.UUIDField()
    told_label = models.CharField(max_length=180)
    taken_back_at = models.DateTimeField(null=True)
    cause = term(blank=True)

    class Meta:
        """Words never change; that it was asked back, and why, is added."""

        indexes = [models.Index(fields=["case", "-told_at"], name="exit_letter_newest_first")]
        constraints = [
            WrittenInExit(
                name="exit_letter_under_consent",
                table="interventions_exitletter",
                author="told_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("taken_back_at", "cause")},
            ),
            GoneExit(name="exit_letter_gone"),
        ]


class ExitDelivery(models.Model):
    """Exit delivery — aflevering af brev i exitforløb: how it was handed over, and when receipt came."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="+")
    letter = models.ForeignKey(ExitLetter, models.PROTECT, related_name="deliveries")
    manner = term()
    on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()
    noted_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        constraints = [
            DeliveredInExit(
                name="exit_delivery_of_letter",
                table="interventions_exitdelivery",
                author="noted_by",
                commands=READ_AND_ADD,
            ),
            GoneExit(name="exit_delivery_gone"),
        ]
