"""The leadership board: what grows, what is late and silent, who carries what, and what is known of effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.insight.queries.blind_spots import silent_units
from rundbord.insight.rules.trends import Trend
from rundbord.partnership.models import Area, ReportingDuty
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.sharing.queries import Share, share_of_all
from rundbord.situation.queries.incidents import IncidentFilter, matching
from rundbord.situation.vocabulary import Category
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.vocabulary import EffectGrade, RegisterState, TaskOutcome
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

STRETCH = timedelta(days=30)
LOOKS_BACK = timedelta(days=365)
_LONGEST = 8


@dataclass(frozen=True, kw_only=True)
class TrendRow:
    """An area or a category, how it goes, and the list that the newer number counts."""

    label: str
    trend: Trend
    href: str


@dataclass(frozen=True, kw_only=True)
class LoadRow:
    """What one unit has open and late, and the list of it."""

    label: str
    open: int
    late: int
    href: str


@dataclass(frozen=True, kw_only=True)
class GradeRow:
    """How many closed decisions say their effect with this grade of evidence, and the list of them."""

    grade: EffectGrade
    count: int
    href: str


@dataclass(frozen=True, kw_only=True)
class Board:
    """All that the board shows."""

    first: date
    today: date
    areas: list[TrendRow]
    categories: list[TrendRow]
    open: int
    late: int
    loads: list[LoadRow]
    silent: list[ReportingDuty]
    grades: list[GradeRow]
    share: Share


@dataclass(frozen=True, kw_only=True)
class EffectPage:
    """A page of newest outcomes, the cursors beside it, and how many there are on all pages."""

    count: int
    outcomes: list[Outcome]
    before: str
    after: str


def board_of(actor: Actor) -> Board:
    """Reckon it, each part in one or two queries however much there is."""
    today = timezone.localdate()
    loads = _loads(actor, today)
    return Board(
        first=today - STRETCH + timedelta(days=1),
        today=today,
        areas=_area_trends(actor, today),
        categories=_category_trends(actor, today),
        open=sum(row.open for row in loads),
        late=sum(row.late for row in loads),
        loads=loads,
        silent=silent_units(timezone.now()),
        grades=list(_grades(actor)),
        share=share_of_all(),
    )


def closed_with(actor: Actor, grade: EffectGrade, *, after: str = "", before: str = "") -> EffectPage:
    """Give a page of decisions closed in the last year whose effect is known in this way, newest first."""
    grades = [grade.value, ""] if grade is EffectGrade.NOT_MEASURED else [grade.value]
    found = _closed_lately(actor).filter(newest_grade__in=grades)
    shown = keyset_page(found, order=("-closed_at", "-id"), after=after, before=before)
    said = Outcome.objects.filter(task__in=[task.pk for task in shown.rows]).select_related("task__owner__authority")
    newest = {each.task_id: each for each in said.order_by("task_id", "-at", "-id").distinct("task_id")}
    outcomes = [newest[task.pk] for task in shown.rows]
    return EffectPage(count=found.count(), outcomes=outcomes, before=shown.before, after=shown.after)


def outcome_in_words(outcome: Outcome) -> str:
    """Say what became of it."""
    return label_of(TaskOutcome, outcome.outcome)


def _in_two_stretches(actor: Actor, today: date, column: str) -> dict[object, Trend]:
    middle = at_clock(today - STRETCH + timedelta(days=1), time.min)
    wanted = IncidentFilter(since=middle - STRETCH, until=at_clock(today + timedelta(days=1), time.min))
    counted = matching(actor, wanted).order_by().values(column)
    rows = counted.annotate(
        now=Count("id", filter=Q(occurred_at__gte=middle)), before=Count("id", filter=Q(occurred_at__lt=middle))
    )
    return {row[column]: Trend(now=row["now"], before=row["before"]) for row in rows}


def _area_trends(actor: Actor, today: date) -> list[TrendRow]:
    trends = _in_two_stretches(actor, today, "area_id")
    areas = Area.objects.filter(pk__in=[key for key in trends if key]).only("id", "name", "sort_key")
    rows = [
        TrendRow(label=area.name, trend=trends[area.pk], href=_incidents(today, omraade=str(area.pk)))
        for area in areas.order_by("sort_key", "id")
    ]
    return _most_first(rows)


def _category_trends(actor: Actor, today: date) -> list[TrendRow]:
    trends = _in_two_stretches(actor, today, "category")
    rows = [
        TrendRow(label=label_of(Category, str(key)), trend=trend, href=_incidents(today, kategori=str(key)))
        for key, trend in trends.items()
    ]
    return _most_first(rows)


def _most_first(rows: list[TrendRow]) -> list[TrendRow]:
    """What grows most comes first; the page shows no more than can be talked about."""
    return sorted(rows, key=lambda row: (row.trend.before - row.trend.now, row.label))[:_LONGEST]


def _incidents(today: date, **narrowed: str) -> str:
    first = today - STRETCH + timedelta(days=1)
    asked = {"periode": "valgt", "fra": first.isoformat(), "til": today.isoformat()}
    return f"{reverse('situation:incidents')}?{urlencode({**asked, **narrowed})}"


def _tasks(actor: Actor) -> QuerySet[Task]:
    return Task.objects.filter(partnership_id=actor.table_id)


def _loads(actor: Actor, today: date) -> list[LoadRow]:
    rows = (
        _tasks(actor)
        .filter(closed_at=None)
        .order_by()
        .values("owner_id", unit_name=F("owner__name"), house=F("owner__authority__short_name"))
        .annotate(open=Count("id"), late=Count("id", filter=Q(due_on__lt=today)))
    )
    found = [
        LoadRow(
            label=f"{row['unit_name']}, {row['house']}",
            open=row["open"],
            late=row["late"],
            href=register_of(RegisterState.OPEN, owner_id=row["owner_id"]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: (-row.late, -row.open, row.label))


def register_of(state: RegisterState, *, owner_id: UUID | None = None) -> str:
    """Give the address of the register, narrowed."""
    asked = {"stand": state.value, **({"enhed": str(owner_id)} if owner_id else {})}
    return f"{reverse('tasks:register')}?{urlencode(asked)}"


def _closed_lately(actor: Actor) -> QuerySet[Any]:
    """Give decisions closed in the last year with the grade of their newest outcome.

    Each one's outcomes are looked up by itself: joined, all outcomes that there ever were would be read.
    """
    said = Outcome.objects.filter(task=OuterRef("pk")).order_by("-at", "-id")
    closed = _tasks(actor).filter(closed_at__gte=timezone.now() - LOOKS_BACK)
    return closed.order_by().annotate(newest_grade=Subquery(said.values("grade")[:1]))


def _grades(actor: Actor) -> Iterator[GradeRow]:
    counts = dict.fromkeys(EffectGrade, 0)
    for grade in _closed_lately(actor).values_list("newest_grade", flat=True):
        if grade is not None:
            counts[_grade_of(grade)] += 1
    for each, count in counts.items():
        yield GradeRow(grade=each, count=count, href=reverse("insight:known_effect", args=[each.value]))


def _grade_of(value: str) -> EffectGrade:
    """What nobody graded was not measured."""
    return EffectGrade(value) if value else EffectGrade.NOT_MEASURED
