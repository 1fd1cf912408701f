"""Finds each single word or number about time in a text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from rundbord.reading.report import Span
from rundbord.reading.times.parts import Parts
from rundbord.reading.times.words import FEASTS, HOURS, MONTHS, TOKEN, WEEKDAYS

_NO_SUCH_CLOCK = (99, 99)
_FRACTIONS = {"1": (1, 4), "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "3": (3, 4)}
"""Word processors make ¾ of the date 3/4."""
_RELATIVE_DAYS = {"går": 1, "gaar": 1, "forgårs": 2, "aftes": 1, "dag": 0, "nat": 0, "morges": 0, "aften": 0}
_RELATIVE_PARTS = ("aftes", "aften", "nat", "morges", "morgen", "formiddag", "eftermiddag")
_PLAIN_PART = {"aftes": "aften", "morges": "morgen"}


def tokens_in(text: str, start: int = 0) -> Iterator[Parts]:
    """Yield the time words in order, with offsets moved by `start`."""
    for match in TOKEN.finditer(text):
        parts = next(read(match) for name, read in _READERS.items() if match.group(name))
        if parts is not None:
            yield replace(parts, spans=(Span(match.start() + start, match.end() + start),))


def _night(match: re.Match[str]) -> Parts:
    return Parts(night_before=True, daypart="nat")


def _weekend(match: re.Match[str]) -> Parts:
    return Parts(weekend=True)


def _relative(match: re.Match[str]) -> Parts:
    words = match["relative"].lower().replace("natten", "nat").split()
    days = next((_RELATIVE_DAYS[word] for word in words if word in _RELATIVE_DAYS), 0)
    part = next((part for word in words[1:] for part in _RELATIVE_PARTS if word.startswith(part)), None)
    return Parts(days_ago=days, daypart=_PLAIN_PART.get(part, part) if part else None)


def _day_before(match: re.Match[str]) -> Parts:
    """ "Aftenen før" what was told just now."""
    return Parts(days_earlier=1, daypart=match["day_before"].lower().split()[0])


def _feast(match: re.Match[str]) -> Parts:
    name = next(name for name in FEASTS if match["feast"].lower().startswith(name))
    return Parts(date=(*FEASTS[name], None), night_before=name == "nytårsnat")


def _iso(match: re.Match[str]) -> Parts:
    year, month, day = (int(number) for number in match["iso"].split("-"))
    return Parts(date=(day, month, year))


def _weekday(match: re.Match[str]) -> Parts:
    word = match["weekday"].lower()
    index = next(i for i, name in enumerate(WEEKDAYS) if word.startswith(name))
    part = match["part_of_weekday"]
    return Parts(weekday=index, daypart=part.lower() if part else None)


def _clock(match: re.Match[str]) -> Parts:
    if match["hour_word"]:
        return Parts(clock=_told_off(HOURS.index(match["hour_word"].lower()), match["off"]))
    if match["hour_after"]:
        return Parts(clock=_told_off(int(match["hour_after"]), match["off_hour"]))
    if match["odd_clock"]:
        return Parts(clock=_NO_SUCH_CLOCK)
    if match["military"]:
        return Parts(clock=(int(match["military"][:2]), int(match["military"][2:])))
    if match["whole"]:
        return Parts(clock=(int(match["whole"]), 0))
    return Parts(clock=(int(match["hour"]), int(match["minute"])))


def _told_off(hour: int, words: str | None) -> tuple[int, int]:
    """ "Halv ti" is half past nine, "kvart i ti" a quarter to."""
    minutes = {"halv": -30, "kvart i": -15, "kvart over": 15}.get((words or "").strip().lower(), 0)
    whole, minute = divmod(hour * 60 + minutes, 60)
    return whole % 24, minute


def _first_of_two(match: re.Match[str]) -> Parts:
    month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match["month_behind"].lower()[:3]))
    return Parts(date=(int(match["day_alone"]), month, None))


def _around(match: re.Match[str]) -> Parts:
    return Parts(clock=(int(match["around_hour"]), int(match["around_minute"] or 0)))


def _written(match: re.Match[str]) -> Parts:
    month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match["month"].lower()[:3]))
    return Parts(date=(int(match["day"]), month, _full_year(match["year"])))


def _date(match: re.Match[str]) -> Parts | None:
    day, mark, month, year = match["date_day"], match["date_mark"], match["date_month"], match["date_year"]
    named = match["date"][0] in "dD"
    if year is None and not named and mark == ".":
        return Parts(clock=(int(day), int(month)), is_bare=True) if len(month) == 2 else None
    if year is None and not named and mark in "-(":
        return None
    return Parts(date=(int(day), int(month), _full_year(year)))


def _full_year(year: str | None) -> int | None:
    return int(year) + (2000 if len(year) == 2 else 0) if year else None


def _fraction(match: re.Match[str]) -> Parts:
    sign = match["fraction"].rstrip(";")[-2:]
    day, month = (1, 2) if sign == "12" else _FRACTIONS[sign[0] if sign.isdigit() else sign[-1]]
    return Parts(date=(day, month, None))


def _broken(match: re.Match[str]) -> Parts:
    return Parts(broken_date=True)


def _bare(match: re.Match[str]) -> Parts:
    return Parts(clock=(int(match["bare_hour"]), int(match["bare_minute"])), is_bare=True)


def _second_hour(match: re.Match[str]) -> Parts:
    return Parts(clock=(int(match["second_hour"]), 0), is_bare=True)


def _second_military(match: re.Match[str]) -> Parts:
    digits = match["second_military"]
    return Parts(clock=(int(digits[:2]), int(digits[2:])), is_bare=True)


def _daypart(match: re.Match[str]) -> Parts:
    return Parts(daypart=match["daypart"].lower().split()[-1])


_READERS: dict[str, Callable[[re.Match[str]], Parts | None]] = {
    "night": _night,
    "weekend": _weekend,
    "relative": _relative,
    "day_before": _day_before,
    "feast": _feast,
    "iso": _iso,
    "weekday": _weekday,
    "clock": _clock,
    "fraction": _fraction,
    "around": _around,
    "first_of_two": _first_of_two,
    "written": _written,
    "date": _date,
    "broken": _broken,
    "bare": _bare,
    "second_hour": _second_hour,
    "second_military": _second_military,
    "daypart": _daypart,
}
