"""When something happened, from the few taps or keystrokes that a reporter gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum

from rundbord.situation.rules.period import DENMARK
from rundbord.situation.vocabulary import TimePrecision
from rundbord.vocabulary import Term

LONGEST_NIGHT = timedelta(hours=12)


@dataclass(frozen=True, kw_only=True)
class When:
    """An instant or an interval, with how much of it is known; empty where nothing is known."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    starts_precision: TimePrecision | None = None
    ends_precision: TimePrecision | None = None

    @property
    def is_exact(self) -> bool:
        """Tell whether the clock is known."""
        return self.starts_precision is TimePrecision.MINUTE


class Telling(Term):
    """Telling — tidsangivelse: how the reporter gives the time."""

    NOW = "now", "Nu"
    EARLIER = "earlier", "Tidligere"
    BETWEEN = "between", "Fra – til"


class PartOfDay(Enum):
    """Part of day — del af døgnet: its name, first and last hour."""

    NIGHT = "nat", 0, 6
    MORNING = "morgen", 6, 9
    FORENOON = "formiddag", 9, 12
    AFTERNOON = "eftermiddag", 12, 18
    EVENING = "aften", 18, 24

    @classmethod
    def named(cls, name: str) -> PartOfDay:
        """Find by name."""
        return next(part for part in cls if part.value[0] == name)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Give names and what they cover, for a form."""
        return [(name, f"{name} (kl. {begins}–{ends})") for name, begins, ends in (part.value for part in cls)]


def at(day: date, clock: time) -> datetime:
    """Make a moment of a Danish clock; reckoned in UTC, so that the nights when the clock changes come out right."""
    return datetime.combine(day, clock, tzinfo=DENMARK).astimezone(UTC)


def right_now(now: datetime) -> When:
    """It happens while it is written."""
    return When(starts_at=now, starts_precision=TimePrecision.MINUTE)


def at_clock(day: date, clock: time) -> When:
    """It happened at a known time."""
    return When(starts_at=at(day, clock), starts_precision=TimePrecision.MINUTE)


def between(day: date, clock: time, until: time) -> When:
    """It lasted from one clock time to another; an end past midnight counts when that makes less than a night."""
    starts_at, ends_at = at(day, clock), at(day, until)
    next_morning = at(day + timedelta(days=1), until)
    if ends_at < starts_at and next_morning - starts_at <= LONGEST_NIGHT:
        ends_at = next_morning
    minute = TimePrecision.MINUTE
    return When(starts_at=starts_at, ends_at=ends_at, starts_precision=minute, ends_precision=minute)


def in_part_of(day: date, part: PartOfDay) -> When:
    """It happened at some time in a part of the day, which its first hour stands for."""
    _, begins, _ = part.value
    return When(starts_at=at(day, time(begins)), starts_precision=TimePrecision.PART_OF_DAY)


def on_day(day: date) -> When:
    """It happened at some time that day."""
    return When(starts_at=at(day, time(0)), starts_precision=TimePrecision.DATE)
