"""An exit case, how it moved, and what its person agreed to."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.interventions.exit_row_policies import CoordinatedExit, GoneExit, InExit
from rundbord.keys.models import DataKey
from rundbord.partnership.models import Partnership


class ExitCase(models.Model):
    """Exit case — exitforløb: one authority's own case on an adult who wants out, for two named coordinators alone.

    Before consent it holds `called` (a first name), `contact` and `enquiry`; with consent `name`, `born_on` (ISO date)
    and `cpr`. All of it lies sealed, and nothing of it can be looked up. `next_on`, `consent_until` and `ends_by` are
    Danish calendar days, reckoned anew with each act; `delete_on` is set from the first day.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    responsible_id = models.UUIDField()
    responsible_label = models.CharField(max_length=180)
    deputy_id = models.UUIDField(null=True)
    deputy_label = models.CharField(max_length=180, blank=True)
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
    called = models.BinaryField()
    contact = models.BinaryField(null=True)
    enquiry = models.BinaryField()
    name = models.BinaryField(null=True)
    born_on = models.BinaryField(null=True)
    cpr = models.BinaryField(null=True)
    state = term()
    state_since = models.DateField()
    consent_until = models.DateField(null=True)
    ends_by = models.DateField(null=True)
    next_on = models.DateField(null=True)
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    delete_on = models.DateField()

    class Meta:
        """Nobody deletes a case by hand: the night does, when its day has come."""

        indexes = [
            models.Index(fields=["responsible_id", "next_on", "id"], name="exit_case_by_responsible"),
            models.Index(fields=["deputy_id", "next_on", "id"], name="exit_case_by_deputy"),
            models.Index(fields=["authority", "delete_on"], name="exit_case_by_last_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(deputy_id__isnull=True) | ~Q(deputy_id=F("responsible_id")), name="exit_deputy_is_another"
            ),
            models.CheckConstraint(
                condition=~Q(state="enquiry") | Q(name__isnull=True, born_on__isnull=True, cpr__isnull=True),
                name="exit_names_nobody_before_consent",
            ),
            CoordinatedExit(
                name="exit_case_of_coordinators",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("responsible_id", "responsible_label", "deputy_id", "deputy_label", "called", "contact"),
                        *("enquiry", "name", "born_on", "cpr", "state", "state_since", "consent_until", "ends_by"),
                        *("next_on", "ended_at", "delete_on"),
                    )
                },
            ),
            GoneExit(name="exit_case_gone", has_day=True),
        ]


class ExitMove(models.Model):
    """Exit move — statusskift i exitforløb: that a case came to a state, and why."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="moves")
    state = term()
    reason = models.BinaryField(null=True)
    moved_at = models.DateTimeField()
    moved_by = models.UUIDField()
    moved_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        indexes = [models.Index(fields=["case", "-moved_at"], name="exit_move_newest_first")]
        constraints = [
            InExit(name="exit_move_in_case", table="interventions_exitmove", author="moved_by", commands=READ_AND_ADD),
            GoneExit(name="exit_move_gone"),
        ]


class ExitConsent(models.Model):
    """Exit consent — samtykke i exitforløb: written, until a day, and who may share; withdrawn in one act.

    `coordinators` is sealed JSON by `ExitSide`; `recipients` are the users of other parties who may be told.
    `outsiders` is sealed JSON of who may be told by letter, `outsider_ids` their keys. A renewed consent ends the
    former, whose `withdrawn_at` then says when.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="consents")
    coordinators = models.BinaryField()
    recipients = ArrayField(models.UUIDField(), default=list)
    outsiders = models.BinaryField(null=True)
    outsider_ids = ArrayField(models.UUIDField(), default=list)
    given_on = models.DateField()
    valid_until = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()
    noted_label = models.CharField(max_length=180)

    class Meta:
        """Only the withdrawal is added later; a longer one is a new row."""

        indexes = [models.Index(fields=["case", "-noted_at"], name="exit_consent_newest_first")]
        constraints = [
            models.CheckConstraint(condition=Q(valid_until__gt=F("given_on")), name="exit_consent_lasts"),
            InExit(
                name="exit_consent_in_case",
                table="interventions_exitconsent",
                author="noted_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("withdrawn_at",)},
            ),
            GoneExit(name="exit_consent_gone"),
        ]
