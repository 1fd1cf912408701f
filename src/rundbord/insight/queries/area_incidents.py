"""The incidents of one area in a year: by month and category, and by weekday and hour; as far as the reader may see."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay, TruncMonth

from rundbord.access.actor import Actor
from rundbord.insight.rules.heat import Heat, heat_of
from rundbord.partnership.rules.danish_days import DENMARK, at_clock, danish_day
from rundbord.situation.models import Incident
from rundbord.situation.vocabulary import Category, TimePrecision
from rundbord.vocabulary import label_of

MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Month:
    """One month: its first day, how many incidents, and which categories, the most frequent first."""

    first: date
    count: int
    categories: list[tuple[str, int]]


def first_days(until: date, months: int = MONTHS) -> list[date]:
    """List the first days of the last months, the oldest first, this month included."""
    numbered = until.year * 12 + until.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(numbered - months + 1, numbered + 1)]


def incidents_of(area_id: UUID, actor: Actor) -> QuerySet[Incident]:
    """Narrow to the incidents of an area that stand."""
    return Incident.objects.filter(partnership_id=actor.table_id, area_id=area_id, withdrawn_at=None)


def months_of(area_id: UUID, actor: Actor, until: datetime) -> list[Month]:
    """Count the last twelve months, the oldest first."""
    counts: dict[date, Counter[str]] = {day: Counter() for day in first_days(danish_day(until))}
    by_month = _in_the_year(area_id, actor, until).annotate(month=TruncMonth("occurred_at", tzinfo=DENMARK))
    for row in by_month.order_by().values("month", "category").annotate(times=Count("*")):
        counts[row["month"].date()][row["category"]] += row["times"]
    return [_month(day, counted) for day, counted in counts.items()]


def heat_in(area_id: UUID, actor: Actor, until: datetime) -> Heat:
    """Count weekdays and hours by the Danish clock, of the incidents whose clock time is known."""
    timed = _in_the_year(area_id, actor, until).filter(starts_precision=TimePrecision.MINUTE, starts_at__isnull=False)
    by_hour = timed.annotate(
        weekday=ExtractIsoWeekDay("starts_at", tzinfo=DENMARK), hour=ExtractHour("starts_at", tzinfo=DENMARK)
    )
    rows = by_hour.order_by().values("weekday", "hour").annotate(times=Count("*"))
    return heat_of({(row["weekday"], row["hour"]): row["times"] for row in rows})


def _in_the_year(area_id: UUID, actor: Actor, until: datetime) -> QuerySet[Incident]:
    since = at_clock(first_days(danish_day(until))[0], time.min)
    return incidents_of(area_id, actor).filter(occurred_at__gte=since, occurred_at__lte=until)


def _month(first: date, counted: Counter[str]) -> Month:
    categories = [(label_of(Category, category), times) for category, times in counted.most_common()]
    return Month(first=first, count=counted.total(), categories=categories)
