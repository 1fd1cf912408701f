"""When something happened, in as few Danish words as the source allows."""

from __future__ import annotations

from datetime import datetime

from rundbord.situation.rules.period import DENMARK
from rundbord.situation.vocabulary import TimePrecision

_WEEKDAYS = ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")
_PARTS_OF_DAY = ((6, "nat"), (9, "morgen"), (12, "formiddag"), (18, "eftermiddag"), (24, "aften"))


def span_in_words(
    starts_at: datetime | None, ends_at: datetime | None, *, starts_precision: str = "", ends_precision: str = ""
) -> str:
    """Tell a moment or an interval, each end as precisely as it is known; "tidspunkt ukendt" when neither is."""
    start, end = _danish(starts_at), _danish(ends_at)
    if start is None:
        return f"før {_moment(end, ends_precision)}" if end else "tidspunkt ukendt"
    if end is None or start == end:
        return _moment(start, starts_precision)
    is_same_day = start.date() == end.date()
    last = _clock(end, ends_precision) if is_same_day else _moment(end, ends_precision)
    return f"{_moment(start, starts_precision)}–{last}" if last else _moment(start, starts_precision)


def _danish(moment: datetime | None) -> datetime | None:
    return moment.astimezone(DENMARK) if moment else None


def _moment(moment: datetime, precision: str) -> str:
    day = f"{_WEEKDAYS[moment.weekday()]} {moment.day}/{moment.month}"
    clock = _clock(moment, precision)
    return f"{day} {clock}" if clock else day


def _clock(moment: datetime, precision: str) -> str:
    if precision == TimePrecision.DATE:
        return ""
    if precision == TimePrecision.PART_OF_DAY:
        return next(words for hour, words in _PARTS_OF_DAY if moment.hour < hour)
    return f"{moment.hour:02}.{moment.minute:02}"
