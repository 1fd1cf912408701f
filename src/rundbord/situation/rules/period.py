"""The period of a picture: from the last one until now, across weekends, public holidays and both clock changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from rundbord.partnership.rules.danish_days import DENMARK, at_clock, danish_day, holiday_name, is_working_day

# What others know from here, though the days themselves are the partnership's.
__all__ = [
    "DENMARK",
    "PUBLISHED_BY",
    "Period",
    "at_clock",
    "holiday_name",
    "is_working_day",
    "last_due_before",
    "next_due_after",
    "period_since",
]

# Product §3: the picture is out at 08.30, for the task force that meets at 08.45.
PUBLISHED_BY = time(8, 30)

_SATURDAY = 6


@dataclass(frozen=True, kw_only=True)
class Period:
    """What lies after `starts_at`, up to and including `ends_at`; both aware."""

    starts_at: datetime
    ends_at: datetime

    @property
    def hours(self) -> int:
        """Count the hours that really went by: a night on which the clock is set has 23 or 25 of them."""
        return round((self.ends_at.astimezone(UTC) - self.starts_at.astimezone(UTC)) / timedelta(hours=1))

    @property
    def days(self) -> list[date]:
        """List the Danish calendar days that the period touches."""
        first, last = danish_day(self.starts_at), danish_day(self.ends_at)
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]

    @property
    def holds_weekend(self) -> bool:
        """Tell whether a Saturday or Sunday lies wholly inside."""
        return any(day.isoweekday() >= _SATURDAY for day in self.days[1:-1])

    @property
    def holiday_names(self) -> list[str]:
        """Name the public holidays inside, on weekdays and Sundays alike."""
        return [name for day in self.days if (name := holiday_name(day))]

    @property
    def sets_clock(self) -> bool:
        """Tell whether summer time begins or ends inside."""
        return self.starts_at.astimezone(DENMARK).utcoffset() != self.ends_at.astimezone(DENMARK).utcoffset()

    @property
    def length_in_words(self) -> str:
        """Tell how long it lasts, and why it is longer than a day."""
        reasons = [*(["weekend"] if self.holds_weekend else []), *(name.lower() for name in self.holiday_names)]
        clock = ["uret er stillet"] if self.sets_clock else []
        return ", ".join([f"{self.hours} timer", *reasons, *clock])

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment lies inside."""
        return self.starts_at < moment <= self.ends_at


def period_since(last_ended_at: datetime | None, *, now: datetime) -> Period:
    """Begin where the last picture ended; the very first one begins at the last hour when one would have been due."""
    return Period(starts_at=last_ended_at or last_due_before(now), ends_at=now)


def last_due_before(moment: datetime) -> datetime:
    """Give the newest hour of publication that lies before a moment, on a working day before it."""
    day = danish_day(moment) - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return at_clock(day, PUBLISHED_BY)


def next_due_after(moment: datetime) -> datetime:
    """Give the next hour of publication: today's if it is still to come, else that of the next working day."""
    day = danish_day(moment)
    while not is_working_day(day) or at_clock(day, PUBLISHED_BY) <= moment:
        day += timedelta(days=1)
    return at_clock(day, PUBLISHED_BY)
