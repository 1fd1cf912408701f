"""A shift: what all parties may know of it, and the sheet that the own authority keeps."""

from __future__ import annotations

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience
from rundbord.situation.models import Report
from rundbord.streetwork.row_policies import OfOwnShift
from rundbord.streetwork.rules.planning import state_of
from rundbord.streetwork.vocabulary import ShiftState


class Shift(models.Model):
    """Shift — vagt: that a unit's street team is out: unit, hours and areas alone, so that all parties may read it.

    `told_observations` is written when the shift ends, and counts only reports that the parties may read.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT)
    audience = term()
    planned_from = models.DateTimeField()
    planned_until = models.DateTimeField()
    planned_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    told_observations = models.PositiveIntegerField(default=0)

    class Meta:
        """A shift is never moved: it is cancelled, and planned anew."""

        indexes = [models.Index(fields=["partnership", "-planned_from", "-id"], name="shift_by_time")]
        constraints = [
            models.CheckConstraint(condition=Q(planned_until__gt=F("planned_from")), name="shift_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")), name="shift_ended_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | Q(started_at__isnull=True), name="shift_held_or_cancelled"
            ),
            ByAudience(
                name="shift_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("started_at", "ended_at", "cancelled_at", "told_observations")},
                by_unit=True,
            ),
        ]

    def __str__(self) -> str:
        """Show the unit."""
        return self.unit.name

    def state_at(self, now: datetime) -> ShiftState:
        """Tell where the shift is."""
        return state_of(
            planned_until=self.planned_until,
            started_at=self.started_at,
            ended_at=self.ended_at,
            cancelled_at=self.cancelled_at,
            now=now,
        )


class RouteArea(models.Model):
    """Route area — ruteområde: an area that a shift was to visit, or did; the hours are told when the shift is over.

    `hours` are hours of the Danish clock (0–23) in which the team was there; empty while it is out, so that
    nobody outside the own authority can follow it.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="route")
    area = models.ForeignKey(Area, models.PROTECT)
    position = models.PositiveSmallIntegerField()
    hours = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)

    class Meta:
        """An area stands once on a route; areas that were not planned are added when the shift ends."""

        indexes = [models.Index(fields=["area", "shift"], name="route_by_area")]
        constraints = [
            models.UniqueConstraint(fields=["shift", "area"], name="route_area_once_a_shift"),
            ByAudience(
                name="route_area_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("hours",)},
                parent="streetwork_shift.shift_id",
            ),
        ]


class ShiftSheet(models.Model):
    """Shift sheet — vagtseddel: what the own authority keeps: occasion, check-in interval, counts, last words.

    `team_size` stays when the team's rows are deleted. `nil_report` is the report that there was nothing to report.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    shift = models.OneToOneField(Shift, models.PROTECT, related_name="sheet")
    occasion = models.CharField(max_length=160, blank=True)
    interval_minutes = models.PositiveSmallIntegerField()
    team_size = models.PositiveSmallIntegerField()
    new_contacts = models.PositiveSmallIntegerField(default=0)
    continued_contacts = models.PositiveSmallIntegerField(default=0)
    closing_words = models.CharField(max_length=500, blank=True)
    nil_report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+")

    class Meta:
        """No other party reads it."""

        constraints = [
            models.CheckConstraint(condition=Q(interval_minutes__range=(15, 240)), name="shift_interval_is_usable"),
            OfOwnShift(
                name="shift_sheet_of_own",
                table="streetwork_shiftsheet",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": ("occasion", "new_contacts", "continued_contacts", "closing_words", "nil_report_id")
                },
            ),
        ]
