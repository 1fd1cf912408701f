"""Days and moments in Danish words, by the clock on the wall."""

from __future__ import annotations

from datetime import date, datetime

from rundbord.partnership.rules.danish_days import DENMARK, danish_day

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def day_in_words(day: date) -> str:
    """Write a day: fredag 20. november."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day}. {_MONTHS[day.month - 1]}"


def month_in_words(month: date) -> str:
    """Write a month: november 2026."""
    return f"{_MONTHS[month.month - 1]} {month.year}"


def written(moment: datetime) -> str:
    """Write a moment: fredag 20. november 2026 kl. 08.30."""
    local = moment.astimezone(DENMARK)
    return f"{day_in_words(local.date())} {local.year} kl. {local:%H.%M}"


def ahead_in_words(moment: datetime, now: datetime) -> str:
    """Say when something comes: today or tomorrow at an hour, else in so many calendar days."""
    days = (danish_day(moment) - danish_day(now)).days
    if days > 1:
        return f"om {days} dage"
    return f"{'i morgen' if days else 'i dag'} kl. {moment.astimezone(DENMARK):%H.%M}"
