"""Who among an authority's staff is trained in street work, in what, and until when."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ_ADD_CHANGE, AgedRows, OwnAuthority
from rundbord.identity.models import Authority, Unit


class Training(models.Model):
    """Training — oplæring: that an employee, user or not, is trained in something, until a day."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    employee_label = models.CharField(max_length=120)
    topic = models.CharField(max_length=120)
    trained_on = models.DateField()
    holds_until = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """The own authority's, as its duties are; an employee who has left is taken off."""

        indexes = [models.Index(fields=["authority", "holds_until", "id"], name="training_by_end")]
        constraints = [
            OwnAuthority(
                name="training_own_authority",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reminded_at", "ended_at")},
            ),
            AgedRows(name="training_gone_by_night", moment="ended_at", days=183),
        ]
