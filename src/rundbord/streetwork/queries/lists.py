"""Lists of shifts as any party may read them: unit, hours, areas, counts; no persons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.streetwork.models import RouteArea, Shift
from rundbord.streetwork.vocabulary import ShiftState
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 20
_MOST_COMING = 30
_AHEAD = timedelta(days=14)
_NIGHT_ENDS = time(6, 0)


@dataclass(frozen=True, kw_only=True)
class ShiftRow:
    """One shift as lists show it."""

    shift: Shift
    state: ShiftState
    areas: list[str]
    is_own: bool

    @property
    def mark(self) -> str:
        """The kind of its badge."""
        kinds = {ShiftState.OUT: "success", ShiftState.PLANNED: "info", ShiftState.NOT_HELD: "missing"}
        return kinds.get(self.state, "closed")

    @property
    def from_when(self) -> datetime:
        """When it began, or is to begin."""
        return self.shift.started_at or self.shift.planned_from

    @property
    def until_when(self) -> datetime:
        """When it ended, or is to end."""
        return self.shift.ended_at or self.shift.planned_until


@dataclass(frozen=True, kw_only=True)
class ShiftPage:
    """A page of shifts that are over, newest first, and the cursors beside it."""

    rows: list[ShiftRow]
    before: str
    after: str


def shift_page(actor: Actor, *, after: str = "", before: str = "") -> ShiftPage:
    """Give shifts that are over, cancelled or were never held, the newest first."""
    over = Q(ended_at__isnull=False) | Q(cancelled_at__isnull=False)
    never = Q(started_at=None, planned_until__lte=timezone.now())
    shown: KeysetPage[Shift] = keyset_page(
        _listed(actor).filter(over | never), order=("-planned_from", "-id"), after=after, before=before, size=PAGE_SIZE
    )
    return ShiftPage(rows=_rows(shown.rows, actor), before=shown.before, after=shown.after)


def coming_shifts(actor: Actor) -> list[ShiftRow]:
    """List shifts that run, and those of the next fortnight, the first to begin first."""
    now = timezone.now()
    running = Q(started_at__isnull=False, ended_at=None)
    planned = Q(started_at=None, cancelled_at=None, planned_until__gt=now, planned_from__lt=now + _AHEAD)
    shifts = _listed(actor).filter(running | planned).order_by("planned_from", "id")
    return _rows(shifts[:_MOST_COMING], actor)


def out_tonight(actor: Actor) -> list[ShiftRow]:
    """List who is out now or goes out before six tomorrow morning (Danish time), the first to begin first."""
    now = timezone.now()
    until = at_clock(timezone.localdate(now) + timedelta(days=1), _NIGHT_ENDS)
    return [row for row in coming_shifts(actor) if row.shift.planned_from < until]


def _listed(actor: Actor) -> QuerySet[Shift]:
    route = RouteArea.objects.select_related("area").order_by("position")
    shifts = Shift.objects.filter(partnership_id=actor.table_id).select_related("unit__authority")
    return shifts.prefetch_related(Prefetch("route", queryset=route))


def _rows(shifts: Iterable[Shift], actor: Actor) -> list[ShiftRow]:
    now = timezone.now()
    return [
        ShiftRow(
            shift=shift,
            state=shift.state_at(now),
            areas=[each.area.name for each in shift.route.all()],
            is_own=shift.authority_id == actor.authority_id,
        )
        for shift in shifts
    ]
