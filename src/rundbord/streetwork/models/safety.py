"""Who is out, and whether they have been heard from: about staff, read by the own authority alone, and deleted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier
from rundbord.access.row_policies import ALL
from rundbord.identity.models import Authority
from rundbord.partnership.models import Partnership
from rundbord.streetwork.models.shift import Shift
from rundbord.streetwork.row_policies import OfOwnShift


class TeamMember(models.Model):
    """Team member — holdmedlem: one of the staff on a shift, and until when they must be heard from again.

    `due_at` is set when the shift starts and moved by each check-in; `told_at` is when leaders learned that it passed.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="team")
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=180)
    checked_in_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    checked_out_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    delete_on = models.DateField()

    class Meta:
        """Deleted on the Danish day `delete_on`; the count of them stays on the shift's sheet."""

        indexes = [
            models.Index(
                fields=["authority", "due_at"], condition=Q(checked_out_at__isnull=True), name="team_member_by_due"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["shift", "user_id"], name="team_member_once_a_shift"),
            OfOwnShift(
                name="team_member_of_own",
                table="streetwork_teammember",
                of_staff=True,
                commands=ALL,
                columns={"update": ("checked_in_at", "heard_at", "due_at", "checked_out_at", "told_at")},
            ),
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.user_label
