"""Who has reported since the last picture, and who is silent: silence is visible (product §4.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rundbord.situation.rules.period import DENMARK, Period, at_clock, is_working_day

_WEEKEND = frozenset({6, 7})


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What a unit has promised: a report, or a nil return, by a clock time on some weekdays (ISO numbers)."""

    expected_by: time
    weekdays: frozenset[int]
    starts_on: date
    ends_on: date | None = None

    def falls_on(self, day: date) -> bool:
        """Tell whether the unit reports on a day; who has no weekend duty has none on public holidays either."""
        is_in_force = self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
        is_at_work = bool(self.weekdays & _WEEKEND) or is_working_day(day)
        return is_in_force and is_at_work and day.isoweekday() in self.weekdays

    def due_in(self, period: Period) -> list[datetime]:
        """List the moments inside the period by which the unit should have reported."""
        moments = [at_clock(day, self.expected_by) for day in period.days if self.falls_on(day)]
        return [moment for moment in moments if period.holds(moment)]

    def due_later_on(self, day: date, *, after: datetime) -> datetime | None:
        """Give the moment, later on this day, that the unit still has before it."""
        moment = at_clock(day, self.expected_by)
        return moment if self.falls_on(day) and moment > after else None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a unit stands at the end of a period."""

    last_heard_at: datetime | None
    silent_on: tuple[date, ...]
    is_missing: bool
    awaited_at: datetime | None

    @property
    def is_worth_a_line(self) -> bool:
        """Tell whether there is anything to say of the unit."""
        return self.is_missing or self.last_heard_at is not None or self.awaited_at is not None


def standing_of(expectation: Expectation, *, heard: Sequence[datetime], period: Period) -> Standing:
    """Judge a unit: missing when nothing came for its newest deadline, with each day on which nothing came."""
    inside = sorted(moment for moment in heard if period.holds(moment))
    due = expectation.due_in(period)
    answered = {_answers(moment, due) for moment in inside}
    silent = [moment for moment in due if moment not in answered]
    today = period.ends_at.astimezone(DENMARK).date()
    awaited = expectation.due_later_on(today, after=period.ends_at)
    return Standing(
        last_heard_at=inside[-1] if inside else None,
        silent_on=tuple(moment.astimezone(DENMARK).date() for moment in silent),
        is_missing=bool(due) and due[-1] in silent,
        awaited_at=None if _heard_since_yesterday(inside, awaited) else awaited,
    )


def _answers(moment: datetime, due: Sequence[datetime]) -> datetime | None:
    """Find the deadline that a report is for: the next one, and after the last one that last one, late."""
    return next((each for each in due if moment <= each), due[-1] if due else None)


def _heard_since_yesterday(inside: Sequence[datetime], awaited: datetime | None) -> bool:
    return awaited is not None and any(moment > awaited - timedelta(days=1) for moment in inside)
