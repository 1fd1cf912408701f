"""When a step is due: hours run on, days last until midnight in Denmark, working days skip holidays."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from rundbord.interventions.rules.kinds.kind import Clock
from rundbord.interventions.vocabulary import TimeUnit
from rundbord.partnership.rules.danish_days import at_clock, danish_day, working_days_after

_LAST_MINUTE = time(23, 59)


def due_at(clock: Clock, since: datetime) -> datetime:
    """Give the moment until which there is time."""
    if clock.unit is TimeUnit.HOURS:
        return since + timedelta(hours=clock.amount)
    return at_clock(last_day(clock, danish_day(since)), _LAST_MINUTE)


def last_day(clock: Clock, first: date) -> date:
    """Give the last calendar day; the day it runs from is not counted."""
    if clock.unit is TimeUnit.MONTHS:
        return _months_later(first, clock.amount)
    if clock.unit is TimeUnit.WORKING_DAYS:
        return working_days_after(first, clock.amount)
    return first + timedelta(days=clock.amount)


def reminder_days(clock: Clock, since: datetime) -> list[date]:
    """List the days on which somebody is reminded, the first one first."""
    return [danish_day(since) + timedelta(days=number) for number in clock.remind_on]


def _months_later(first: date, months: int) -> date:
    """Keep the day of the month, or take its last."""
    years, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month + 1
    return date(year, month, min(first.day, monthrange(year, month)[1]))
