"""Times as officers type them in one field: 22, 2230, 22.30, i går 22.30, 18-20."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from rundbord.situation.rules.period import DENMARK
from rundbord.situation.rules.when import When, at_clock, between, right_now

HOW_TO_WRITE = "Skriv for eksempel 22, 2230, 22.30, i går 22.30 eller 18-20."

_WEEKDAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
_CLOCK = r"(\d{1,2})(?:[.:]?(\d{2}))?"
_SHAPE = re.compile(
    rf"^(?P<day>.*?)\s*(?:kl\.?\s*)?(?P<from>(?<!\d){_CLOCK})\s*(?:(?:-|–|til)\s*(?:kl\.?\s*)?(?P<to>{_CLOCK}))?$"
)
_DATE = re.compile(r"^(?:d\.?\s*|den\s*)?(\d{1,2})[/.](\d{1,2})\.?(?:[/.]?(\d{4}))?\.?$")


class UnreadableTime(ValueError):
    """The words are no time."""


def read_quick_time(words: str, *, now: datetime) -> When:
    """Read a time; without a day it is the latest such time that has passed."""
    text = " ".join(words.lower().split())
    local = now.astimezone(DENMARK)
    if text == "nu":
        return right_now(now)
    match = _SHAPE.match(text)
    if match is None:
        raise UnreadableTime(words)
    clock, until = _clock(match["from"]), _clock(match["to"]) if match["to"] else None
    day = _day(match["day"].rstrip(" ,"), local) if match["day"] else _latest(clock, local)
    return between(day, clock, until) if until else at_clock(day, clock)


def _clock(digits: str) -> time:
    figures = re.sub(r"\D", "", digits)
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "0")
    try:
        return time(0 if hours == "24" else int(hours), int(minutes))
    except ValueError as error:
        raise UnreadableTime(digits) from error


def _latest(clock: time, local: datetime) -> date:
    return local.date() if clock <= local.time() else local.date() - timedelta(days=1)


def _day(words: str, local: datetime) -> date:
    today = local.date()
    named = {"i dag": 0, "idag": 0, "i går": 1, "igår": 1, "i forgårs": 2, "forgårs": 2, "i aftes": 1, "i nat": 0}
    if words in named:
        return today - timedelta(days=named[words])
    if words[:3] in _WEEKDAYS:
        return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(words[:3])) % 7)
    return _written_date(words, today)


def _written_date(words: str, today: date) -> date:
    match = _DATE.match(words)
    if match is None:
        raise UnreadableTime(words)
    day, month, year = int(match[1]), int(match[2]), int(match[3] or today.year)
    try:
        written = date(year, month, day)
        return written if match[3] or written <= today else date(year - 1, month, day)
    except ValueError as error:
        raise UnreadableTime(words) from error
