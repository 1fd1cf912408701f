"""Days on which Danish counts are unlike other days of their week."""

from __future__ import annotations

from datetime import date, timedelta

import holidays

HOLIDAY = "helligdag"
NEW_YEAR = "nytår"

_HOLIDAYS = holidays.country_holidays("DK", language="da")


def special_days(first: date, last: date) -> dict[date, str]:
    """Name the kind of each special day: public holidays, and the two days of New Year with their fires."""
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return {day: kind for day in every if (kind := _kind(day))}


def _kind(day: date) -> str:
    if (day.month, day.day) in {(12, 31), (1, 1)}:
        return NEW_YEAR
    return HOLIDAY if day in _HOLIDAYS else ""
