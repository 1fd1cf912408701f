"""How a young person and the family stand: whether they have been told, and what they have agreed to."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD, AgedRows
from rundbord.concerns.models.young_person import YoungPerson
from rundbord.concerns.row_policies import ForDesk, InFile
from rundbord.identity.models import Authority


class FamilyNotice(models.Model):
    """Family notice — orientering: given, or deferred with ground, approval and a day to look again."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="notices")
    state = term()
    manner = term(blank=True)
    given_on = models.DateField(null=True)
    ground = term(blank=True)
    reason = models.BinaryField(null=True)
    recheck_on = models.DateField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    approved_label = models.CharField(max_length=180, blank=True)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """A deferral ends by itself on `recheck_on`; another than the writer approves it."""

        indexes = [models.Index(fields=["person", "-written_at"], name="family_notice_newest_first")]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("written_by")),
                name="deferral_is_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state="deferred") | Q(recheck_on__isnull=False), name="deferral_has_a_day_to_look_again"
            ),
            ForDesk(
                name="family_notice_for_desk",
                columns={
                    "select": ("id", "authority_id", "person_id", "state", "recheck_on", "approved_at", "written_at")
                },
            ),
            InFile(
                name="family_notice_in_file",
                table="concerns_familynotice",
                author="written_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("approved_at", "approved_by", "approved_label")},
            ),
        ]


class Consent(models.Model):
    """Consent — samtykke: whose yes, to whom, what and what for, until when; withdrawn in one act (FVL § 28 stk. 3-4).

    `recipients` are ids of units. `outsiders` are those outside the system by kind and name, sealed by the file's key
    (`concerns.rules.consenting`). Days are Danish calendar days, the last one counts.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="consents")
    given_by = ArrayField(term())
    recipients = ArrayField(models.UUIDField())
    outsiders = models.BinaryField(null=True)
    purposes = ArrayField(term(), default=list)
    classes = ArrayField(term())
    given_on = models.DateField()
    valid_until = models.DateField()
    is_written = models.BooleanField()
    is_informed = models.BooleanField()
    is_free = models.BooleanField()
    withdrawn_on = models.DateField(null=True)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Only the withdrawal is added later."""

        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gte=models.F("given_on")), name="consent_ends_after_it_begins"
            ),
            InFile(
                name="consent_in_file",
                table="concerns_consent",
                author="written_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("withdrawn_on",)},
            ),
            AgedRows(name="consent_gone_by_night", moment="coalesce(withdrawn_on, valid_until)", days=365),
        ]


class AdultReview(models.Model):
    """Adult review — voksenvurdering: new reasons to keep a file past the eighteenth birthday, and until when."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="adult_reviews")
    reason = models.BinaryField()
    ends_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Only added; the newest counts."""

        constraints = [
            InFile(
                name="adult_review_in_file", table="concerns_adultreview", author="written_by", commands=READ_AND_ADD
            )
        ]
