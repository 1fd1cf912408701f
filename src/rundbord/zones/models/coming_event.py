"""Coming events: what lies ahead, and what is expected of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience


class ComingEvent(models.Model):
    """Coming event — kommende begivenhed: what lies ahead and may move things in an area; names nobody.

    Days are Danish calendar days, clock times those that clocks in Denmark show.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    kind = term()
    title = models.CharField(max_length=120)
    first_day = models.DateField()
    last_day = models.DateField()
    from_clock = models.TimeField(null=True)
    to_clock = models.TimeField(null=True)
    repeats_yearly = models.BooleanField(default=False)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    place_text = models.CharField(max_length=120, blank=True)
    influence = term()
    expected = models.TextField()
    planned = models.TextField(blank=True)
    source = models.CharField(max_length=120, blank=True)
    changed_at = models.DateTimeField()
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """The partnership's common work: who reads it may keep it up to date."""

        indexes = [models.Index(fields=["partnership", "first_day", "id"], name="coming_event_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="coming_event_ends_after_start"),
            ByAudience(
                name="coming_event_by_audience",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("title", "first_day", "last_day", "from_clock", "to_clock", "repeats_yearly"),
                        *("area_id", "place_text", "influence", "expected", "planned", "source"),
                        *("changed_at", "cancelled_at", "cancel_reason"),
                    )
                },
                by_parties=True,
            ),
        ]

    def __str__(self) -> str:
        """Show the title."""
        return self.title
