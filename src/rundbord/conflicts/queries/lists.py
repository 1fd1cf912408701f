"""Lists of conflicts: open ones with the gravest first, closed ones newest first, and those of one area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from rundbord.conflicts.models import Conflict, ConflictArea, RetaliationWindow
from rundbord.conflicts.rules.clocks import (
    QUIET_DAYS,
    ReviewState,
    closing_is_proposed,
    quiet_days,
    review_state,
    span_in_words,
)
from rundbord.conflicts.rules.risks import countdown
from rundbord.conflicts.vocabulary import ConflictKind, Tension
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20
# How a tension looks; colour is never alone, the word stands beside it.
MARKS = {Tension.LOW: "success", Tension.RAISED: "info", Tension.HIGH: "warning", Tension.ACUTE: "urgent"}


@dataclass(frozen=True, kw_only=True)
class ConflictRow:
    """A conflict as lists show it: where, how tense, whether its review is overdue, how long revenge is feared."""

    conflict: Conflict
    areas: list[str]
    review: ReviewState
    review_words: str
    windows: list[str]
    quiet_days: int
    closing_is_proposed: bool

    @property
    def kind(self) -> str:
        """What it is about."""
        return label_of(ConflictKind, self.conflict.kind)

    @property
    def tension(self) -> str:
        """How tense it is."""
        return label_of(Tension, self.conflict.tension)

    @property
    def mark(self) -> str:
        """How the tension looks."""
        return MARKS[Tension(self.conflict.tension)]

    @property
    def is_overdue(self) -> bool:
        """Tell whether the review is overdue."""
        return self.review is ReviewState.OVERDUE

    @property
    def tone(self) -> str:
        """Tell how the entry stands out."""
        if self.is_overdue:
            return "overdue"
        return "urgent" if self.conflict.closed_at is None and self.conflict.tension == Tension.ACUTE else ""


@dataclass(frozen=True, kw_only=True)
class ConflictPage:
    """A page of conflicts and the cursors beside it."""

    rows: list[ConflictRow]
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many conflicts are open, and how many of them wait for something."""

    open: int
    overdue: int
    quiet: int


def conflict_page(*, is_closed: bool, after: str = "", before: str = "") -> ConflictPage:
    """Give open conflicts by tension, then by the review that is due first; or closed ones, the latest first."""
    conflicts = Conflict.objects.filter(closed_at__isnull=not is_closed).select_related("owner__authority")
    order = ("-closed_at", "-id") if is_closed else ("urgency", "review_due_at", "id")
    shown = keyset_page(conflicts, order=order, after=after, before=before, size=PAGE_SIZE)
    return ConflictPage(rows=rows_of(shown.rows), before=shown.before, after=shown.after)


def counts() -> Counts:
    """Count open conflicts, all in one query."""
    now = timezone.now()
    long_ago = timezone.localdate() - timedelta(days=QUIET_DAYS)
    counted = Conflict.objects.filter(closed_at=None).aggregate(
        open=Count("*"),
        overdue=Count("id", filter=Q(review_due_at__lt=now)),
        quiet=Count("id", filter=Q(quiet_since__date__lte=long_ago)),
    )
    return Counts(**counted)


def conflicts_of_area(area_id: UUID, *, limit: int = 20) -> list[ConflictRow]:
    """List the conflicts of an area's territory: open ones first, the gravest first, then closed ones, latest first."""
    here = Conflict.objects.filter(territory__area_id=area_id).select_related("owner__authority")
    standing = list(here.filter(closed_at=None).order_by("urgency", "review_due_at", "id")[:limit])
    closed = list(here.exclude(closed_at=None).order_by("-closed_at", "-id")[: limit - len(standing)])
    return rows_of([*standing, *closed])


def conflicts_to_choose(*, area_id: str, limit: int = 40) -> list[ConflictRow]:
    """List open conflicts, those with an area in their territory first; an area that cannot be read is none."""
    standing = Conflict.objects.filter(closed_at=None).select_related("owner__authority")
    rows = rows_of(list(standing.order_by("urgency", "review_due_at", "id")[:limit]))
    here = {str(each) for each in ConflictArea.objects.filter(**_area(area_id)).values_list("conflict_id", flat=True)}
    return sorted(rows, key=lambda row: str(row.conflict.pk) not in here)


def _area(area_id: str) -> dict[str, UUID | None]:
    try:
        return {"area_id": UUID(area_id)}
    except ValueError:
        return {"area_id": None}


def rows_of(conflicts: Sequence[Conflict], *, now: datetime | None = None) -> list[ConflictRow]:
    """Add to conflicts what lists show of them, judged at a moment, in two queries."""
    if not conflicts:
        return []
    now = now or timezone.now()
    today = timezone.localdate(now)
    areas, windows = _areas_of(conflicts), _windows_of(conflicts, now)
    return [
        ConflictRow(
            conflict=conflict,
            areas=areas[conflict.pk],
            review=review_state(due_at=conflict.review_due_at, is_closed=conflict.closed_at is not None, now=now),
            review_words=_review_words(conflict.review_due_at, now),
            windows=windows[conflict.pk] if conflict.closed_at is None else [],
            quiet_days=quiet_days(since=timezone.localdate(conflict.quiet_since), today=today),
            closing_is_proposed=closing_is_proposed(
                since=timezone.localdate(conflict.quiet_since), today=today, is_closed=conflict.closed_at is not None
            ),
        )
        for conflict in conflicts
    ]


def running_windows(conflicts: Sequence[Conflict], now: datetime) -> QuerySet[RetaliationWindow]:
    """List the windows of some conflicts that are open or will open, the first to close first."""
    return RetaliationWindow.objects.filter(conflict__in=conflicts, ended_at=None, closes_at__gt=now).order_by(
        "closes_at", "id"
    )


def _review_words(due_at: datetime, now: datetime) -> str:
    return f"{span_in_words(now - due_at)} over tiden" if now > due_at else f"Om {span_in_words(due_at - now)}"


def _areas_of(conflicts: Sequence[Conflict]) -> dict[UUID, list[str]]:
    named: dict[UUID, list[str]] = defaultdict(list)
    territory = ConflictArea.objects.filter(conflict__in=conflicts).order_by("area__sort_key", "id")
    for conflict_id, name in territory.values_list("conflict_id", "area__name"):
        named[conflict_id].append(name)
    return named


def _windows_of(conflicts: Sequence[Conflict], now: datetime) -> dict[UUID, list[str]]:
    told: dict[UUID, list[str]] = defaultdict(list)
    for window in running_windows(conflicts, now):
        left = countdown(opens_at=window.opens_at, closes_at=window.closes_at, ended_at=None, now=now)
        told[window.conflict_id].append(f"{window.trigger}: {left[:1].lower()}{left[1:]}")
    return told
