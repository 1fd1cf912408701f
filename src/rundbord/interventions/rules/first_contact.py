"""From concern to secured contact: how many days each leg took, or has lasted. Of the work, never of who does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rundbord.interventions.vocabulary import ConcernClock

LEGS = (ConcernClock.CONTACTED, ConcernClock.OFFERED, ConcernClock.SECURED)


@dataclass(frozen=True, kw_only=True)
class Way:
    """A concern's days: when it was opened, when each leg was reached, when it was closed; None where it was not."""

    opened_on: date
    reached_on: Mapping[ConcernClock, date | None]
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Leg:
    """One leg of the way: the day that it was reached on, or None, and the days it took or has lasted."""

    clock: ConcernClock
    reached_on: date | None
    days: int
    is_waiting: bool

    @property
    def words(self) -> str:
        """Say it as a file shows it."""
        if self.reached_on is not None:
            return "samme dag" if not self.days else f"efter {in_days(self.days)}"
        if not self.is_waiting:
            return "ikke nået"
        return f"venter, {in_days(self.days)} indtil nu" if self.days else "venter"

    @property
    def mark(self) -> str:
        """The kind of its dot."""
        if self.reached_on is not None:
            return "success"
        return "info" if self.is_waiting else "closed"


def legs_of(way: Way, *, today: date) -> list[Leg]:
    """Give the three legs, counted in days from the day on which the concern was opened."""
    return [_leg(way, clock, today) for clock in LEGS]


def reached_on(way: Way, clock: ConcernClock) -> date | None:
    """Tell when a leg was reached: whoever was given an offer, or is kept in touch with, has been in contact."""
    if clock is not ConcernClock.CONTACTED:
        return way.reached_on.get(clock)
    return min((day for day in way.reached_on.values() if day is not None), default=None)


def days_to(way: Way, clock: ConcernClock) -> int | None:
    """Count the days to a leg; None where it was not reached."""
    day = reached_on(way, clock)
    return None if day is None else max((day - way.opened_on).days, 0)


def in_days(number: int) -> str:
    """Write a number of days."""
    return "1 dag" if number == 1 else f"{number} dage"


def _leg(way: Way, clock: ConcernClock, today: date) -> Leg:
    day = reached_on(way, clock)
    until = day or way.closed_on or today
    is_past = clock is not ConcernClock.SECURED and reached_on(way, ConcernClock.SECURED) is not None
    return Leg(
        clock=clock,
        reached_on=day,
        days=max((until - way.opened_on).days, 0),
        is_waiting=day is None and way.closed_on is None and not is_past,
    )
