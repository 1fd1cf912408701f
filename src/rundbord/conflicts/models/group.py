"""The groups of a conflict by letter, and who they are: that is the police's own, and shown to the cleared alone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import ALL, READ_ADD_CHANGE, AgedRows
from rundbord.conflicts.models.conflict import Conflict, PartOfConflict
from rundbord.conflicts.row_policies import ClearedByPolice, FollowsConflict, IdentityOfGroup, InConflict
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import ByAudience

CLEARANCE_DAYS = 5 * 365


class ConflictGroup(PartOfConflict):
    """Conflict group — gruppe: one side of a conflict, by a letter and a neutral word that names nobody."""

    letter = models.CharField(max_length=1)
    label = models.CharField(max_length=80, blank=True)

    class Meta:
        """A letter stands for one group."""

        constraints = [
            models.UniqueConstraint(fields=["conflict", "letter"], name="group_letter_once"),
            InConflict(
                name="group_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("label",)},
                table="conflicts_conflictgroup",
                by_unit=True,
            ),
            FollowsConflict(name="group_reached_anew"),
        ]

    def __str__(self) -> str:
        """Show the letter."""
        return self.heading

    @property
    def heading(self) -> str:
        """Name the group as all may."""
        return f"Gruppe {self.letter}"


class GroupIdentity(models.Model):
    """Group identity — gruppeidentitet: who a group is, as the police know it; each reading is logged.

    Owned by the police authority. Read by its own users and by those whom it has cleared; for all others it does not
    exist. A change overwrites the words: the old ones are kept nowhere.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    conflict = models.ForeignKey(Conflict, models.PROTECT, related_name="+")
    group = models.ForeignKey(ConflictGroup, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    basis = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()

    class Meta:
        """A police authority says it once for each group."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "group"], name="group_identity_once"),
            IdentityOfGroup(
                name="group_identity_of_police",
                commands=ALL,
                columns={"update": ("name", "basis", "written_at", "written_by")},
            ),
        ]


class ClearanceRequest(models.Model):
    """Clearance request — adgangsønske: that a user asks to know who the groups are; own authority and police read it.

    The police cannot see other authorities' users: whoever asks names themselves.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    conflict = models.ForeignKey(Conflict, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=240)
    reason = models.TextField()
    at = models.DateTimeField()
    answer = term()
    answered_at = models.DateTimeField(null=True)
    answer_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """The police answer."""

        indexes = [models.Index(fields=["conflict", "-at"], name="clearance_request_by_time")]
        constraints = [
            models.CheckConstraint(condition=Q(audience="police"), name="clearance_request_is_for_police"),
            ByAudience(
                name="clearance_request_to_police",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason", "answer", "answered_at", "answer_why")},
                by_parties=True,
                parent="conflicts_conflict.conflict_id",
                by_unit=True,
                author="user_id",
            ),
            AgedRows(name="clearance_request_gone_by_night", moment="at", days=CLEARANCE_DAYS),
        ]


class Clearance(models.Model):
    """Clearance — adgang: that a unit or a user of a party may know who the groups of a conflict are, until it ends."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    conflict = models.ForeignKey(Conflict, models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    user_id = models.UUIDField(null=True)
    recipient_label = models.CharField(max_length=240)
    reason = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.UUIDField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Given and withdrawn by the police, and ending by itself."""

        indexes = [models.Index(fields=["conflict", "recipient"], name="clearance_by_conflict")]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True, user_id__isnull=False) | Q(unit__isnull=False, user_id__isnull=True),
                name="clearance_is_for_a_unit_or_a_user",
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("given_at")), name="clearance_ends_after_start"),
            ClearedByPolice(
                name="clearance_by_police",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason", "withdrawn_at", "withdrawn_why")},
            ),
            AgedRows(name="clearance_gone_by_night", moment="expires_at", days=CLEARANCE_DAYS),
        ]
