"""Days and clock times as Denmark counts them: public holidays, working days, and nights on which the clock is set."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

DENMARK = ZoneInfo("Europe/Copenhagen")

_SATURDAY = 6
_HOLIDAYS = holidays.country_holidays("DK", language="da")


def is_working_day(day: date) -> bool:
    """Tell whether municipalities work on a day: no weekend, no Danish public holiday."""
    return day.isoweekday() < _SATURDAY and not holiday_name(day)


def working_days_after(day: date, count: int) -> date:
    """Give the working day that lies so many working days later; the day itself is not counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def holiday_name(day: date) -> str:
    """Name a Danish public holiday; empty on other days."""
    return _HOLIDAYS.get(day) or ""


def at_clock(day: date, clock: time) -> datetime:
    """Give the moment when Danish clocks show this time on this day."""
    return datetime.combine(day, clock, tzinfo=DENMARK)


def danish_day(moment: datetime) -> date:
    """Give the calendar day in Denmark at a moment."""
    return moment.astimezone(DENMARK).date()
