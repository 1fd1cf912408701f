"""One area over time: its months, its incidents, and all that is tied to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.alerts.models import SafetyNotice, SuddenEvent
from rundbord.conflicts.queries import ConflictRow, conflicts_of_area
from rundbord.partnership.models import Area, AreaAssessment
from rundbord.partnership.queries import assessments_of, standing_of
from rundbord.partnership.rules import Standing
from rundbord.situation.models import Incident
from rundbord.situation.rules.period import DENMARK
from rundbord.situation.vocabulary import Category
from rundbord.tasks.models import Task
from rundbord.vocabulary import label_of
from rundbord.zones.queries import ZoneRow, zones_of_area

MONTHS = 12
_NEWEST = 10


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month: its first day, how many incidents, and which categories, the most frequent first."""

    first: date
    count: int
    categories: list[tuple[str, int]]


@dataclass(frozen=True, kw_only=True)
class AreaOverTime:
    """All that the page shows of an area, as known at `until`."""

    area: Area
    until: datetime
    standing: Standing
    assessments: list[AreaAssessment]
    months: list[Month]
    newest: list[Incident]
    open_tasks: list[Task]
    done_tasks: list[Task]
    sudden_events: list[SuddenEvent]
    notices: list[SafetyNotice]
    conflicts: list[ConflictRow]
    zones: list[ZoneRow]

    @property
    def is_followed(self) -> bool:
        """Tell whether anything beside incidents is tied to the area."""
        return bool(self.sudden_events or self.notices or self.conflicts or self.zones)


def area_over_time(area: Area, *, actor: Actor, now: datetime | None = None) -> AreaOverTime:
    """Gather it, each part by one query, none longer than what the page shows."""
    until = now or timezone.now()
    tasks = Task.objects.filter(area=area).select_related("owner__authority")
    return AreaOverTime(
        area=area,
        until=until,
        standing=standing_of(area),
        assessments=assessments_of(area)[:_NEWEST],
        months=_months(area.pk, actor, until),
        newest=list(_incidents(area.pk, actor).order_by("-occurred_at", "-id")[:_NEWEST]),
        open_tasks=list(tasks.filter(closed_at=None).order_by("due_on", "id")[:_NEWEST]),
        done_tasks=list(tasks.exclude(closed_at=None).order_by("-closed_at", "id")[:_NEWEST]),
        sudden_events=list(SuddenEvent.objects.filter(area=area).order_by("-happened_at", "id")[:_NEWEST]),
        notices=list(SafetyNotice.objects.filter(area=area).order_by("-valid_until", "id")[:_NEWEST]),
        conflicts=conflicts_of_area(area.pk, limit=_NEWEST),
        zones=zones_of_area(area.pk)[:_NEWEST],
    )


def first_days(until: date, months: int = MONTHS) -> list[date]:
    """List the first days of the last months, the oldest first, this month included."""
    numbered = until.year * 12 + until.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(numbered - months + 1, numbered + 1)]


def _incidents(area_id: UUID, actor: Actor) -> QuerySet[Incident]:
    return Incident.objects.filter(partnership_id=actor.table_id, area_id=area_id, withdrawn_at=None)


def _months(area_id: UUID, actor: Actor, until: datetime) -> list[Month]:
    days = first_days(timezone.localdate(until))
    since = datetime(days[0].year, days[0].month, 1, tzinfo=DENMARK)
    counts: dict[date, Counter[str]] = {day: Counter() for day in days}
    told = _incidents(area_id, actor).filter(occurred_at__gte=since, occurred_at__lte=until)
    by_month = told.annotate(month=TruncMonth("occurred_at", tzinfo=DENMARK)).order_by()
    for row in by_month.values("month", "category").annotate(times=Count("id")):
        counts[row["month"].date()][row["category"]] += row["times"]
    return [_month(day, counted) for day, counted in counts.items()]


def _month(first: date, counted: Counter[str]) -> Month:
    categories = [(label_of(Category, category), times) for category, times in counted.most_common()]
    return Month(first=first, count=counted.total(), categories=categories)
