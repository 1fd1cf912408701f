"""Which areas were visited, how often and at which hours: from what shifts tell all parties when they end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.streetwork.models import RouteArea
from rundbord.streetwork.queries.staff import areas_to_walk
from rundbord.streetwork.rules.coverage import WEEKS, AreaCoverage, coverage_of
from rundbord.streetwork.rules.route import hours_in_words


@dataclass(frozen=True, kw_only=True)
class AreaStay:
    """That a team was in an area: which unit, on which Danish day, at which hours; `told` counts its observations."""

    shift_id: UUID
    unit_name: str
    day: date
    hours: str
    told: int


def coverage(actor: Actor) -> list[AreaCoverage]:
    """Count shifts of the last four weeks by area and part of the day, the most visited first."""
    since = timezone.now() - timedelta(weeks=WEEKS)
    names = {area.pk: area.name for area in areas_to_walk()}
    visited = RouteArea.objects.filter(partnership_id=actor.table_id, shift__started_at__gte=since).exclude(hours=[])
    counted = coverage_of(names, visited.values_list("area_id", "hours"))
    return sorted(counted, key=lambda each: -each.shifts)


def stays_in_area(area_id: UUID, *, limit: int) -> list[AreaStay]:
    """List the newest visits to one area."""
    visited = RouteArea.objects.filter(area_id=area_id, shift__started_at__isnull=False).exclude(hours=[])
    newest = visited.select_related("shift__unit").order_by("-shift__started_at", "id")[:limit]
    return [
        AreaStay(
            shift_id=each.shift_id,
            unit_name=each.shift.unit.name,
            day=timezone.localdate(each.shift.started_at),
            hours=hours_in_words(each.hours),
            told=each.shift.told_observations,
        )
        for each in newest
    ]
