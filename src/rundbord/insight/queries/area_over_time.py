"""One area over time: its year in pictures, its incidents, and all that is tied to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.alerts.models import SafetyNotice, SuddenEvent
from rundbord.conflicts.queries import ConflictRow, conflicts_of_area
from rundbord.insight.queries.area_incidents import Month, first_days, heat_in, incidents_of, months_of
from rundbord.insight.queries.area_year import conflict_lane, mapping_lane, status_lanes, task_lane, zone_lane
from rundbord.insight.rules.course import Lane, Scale
from rundbord.insight.rules.heat import Heat
from rundbord.partnership.models import Area, AreaAssessment
from rundbord.partnership.queries import assessments_since, standing_after
from rundbord.partnership.rules import Standing
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.situation.models import Incident, UnusualCount
from rundbord.situation.queries.unusual import unusual_of_area
from rundbord.streetwork.queries import AreaStay, QuarterRow, quarters_of_area, stays_in_area
from rundbord.streetwork.rules.quarters import quarter_on
from rundbord.tasks.models import Task
from rundbord.zones.queries import Happening, ZoneRow, happenings_between, zones_of_area

_NEWEST, _WALKED = 10, 5
_QUARTERS = 5
_LOOKS_AHEAD = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class AreaOverTime:
    """All that the page shows of an area, as known at `until`; of each kind the newest, none longer than a page."""

    area: Area
    until: datetime
    assessments: list[AreaAssessment]
    months: list[Month]
    heat: Heat
    newest: list[Incident]
    open_tasks: list[Task]
    done_tasks: list[Task]
    sudden_events: list[SuddenEvent]
    notices: list[SafetyNotice]
    conflicts: list[ConflictRow]
    zones: list[ZoneRow]
    coming: list[Happening]
    unusual: list[UnusualCount]
    quarters: list[QuarterRow]
    walked: list[AreaStay]

    @property
    def standing(self) -> Standing:
        """Where the area stands by what both sides said last."""
        return standing_after(self.assessments)

    @property
    def lately_said(self) -> list[AreaAssessment]:
        """The newest of what both sides said."""
        return self.assessments[:_NEWEST]

    @property
    def is_followed(self) -> bool:
        """Tell whether anything beside incidents is tied to the area."""
        return bool(self.sudden_events or self.notices or self.conflicts or self.zones)

    @property
    def is_mapped(self) -> bool:
        """Tell whether anybody has mapped it in these quarters."""
        return any(row.mapped.police or row.mapped.ssp for row in self.quarters)

    @property
    def lanes(self) -> list[Lane]:
        """The year as lanes under each other; those without anything are left out."""
        today = timezone.localdate(self.until)
        scale = Scale(first=first_days(today)[0], today=today)
        lanes = [
            *status_lanes(self.assessments, scale),
            mapping_lane(self.quarters, scale),
            conflict_lane(self.conflicts, scale),
            zone_lane(self.zones, scale),
            task_lane([*self.open_tasks, *self.done_tasks], scale),
        ]
        return [lane for lane in lanes if lane.bars]


def area_over_time(area: Area, *, actor: Actor, now: datetime | None = None) -> AreaOverTime:
    """Gather it, each part by few queries, none longer than what the page shows or the year holds."""
    until = now or timezone.now()
    today = timezone.localdate(until)
    since = at_clock(first_days(today)[0], time.min)
    tasks = Task.objects.filter(area=area).select_related("owner__authority")
    return AreaOverTime(
        area=area,
        until=until,
        assessments=assessments_since(area, since),
        months=months_of(area.pk, actor, until),
        heat=heat_in(area.pk, actor, until),
        newest=list(incidents_of(area.pk, actor).order_by("-occurred_at", "-id")[:_NEWEST]),
        open_tasks=list(tasks.filter(closed_at=None).order_by("due_on", "id")[:_NEWEST]),
        done_tasks=list(tasks.exclude(closed_at=None).order_by("-closed_at", "id")[:_NEWEST]),
        sudden_events=list(SuddenEvent.objects.filter(area=area).order_by("-happened_at", "id")[:_NEWEST]),
        notices=list(SafetyNotice.objects.filter(area=area).order_by("-valid_until", "id")[:_NEWEST]),
        conflicts=conflicts_of_area(area.pk, limit=_NEWEST),
        zones=zones_of_area(area.pk, limit=_NEWEST),
        coming=happenings_between(today, today + _LOOKS_AHEAD, area_id=area.pk)[:_NEWEST],
        unusual=unusual_of_area(area.pk, since=since, limit=_NEWEST),
        quarters=quarters_of_area(area.pk, until=quarter_on(today), count=_QUARTERS),
        walked=stays_in_area(area.pk, limit=_WALKED),
    )
