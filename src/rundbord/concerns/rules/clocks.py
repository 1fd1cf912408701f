"""When a concern is due, and when a file ends: Danish working days, and never past the eighteenth birthday."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from rundbord.concerns.vocabulary import NextStep
from rundbord.sharing.rules.ages import ADULT, end_at_adulthood

FIRST_STEP = NextStep.ASSESS.label
_SOON = timedelta(days=2)


class Due(StrEnum):
    """How a deadline stands."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


def end_of_file(born_on: date | None, *, today: date, days: int) -> date:
    """Give the last day of a file that is opened today (databeskyttelsesforordningen art. 5; barnets lov)."""
    ends_on = today + timedelta(days=days)
    return end_at_adulthood(born_on, today=today, ends_on=ends_on) if born_on else ends_on


def end_put_right(ends_on: date, born_on: date | None, *, today: date) -> date:
    """Bring an end forward when a day of birth is learned; it is never moved back by that."""
    return end_at_adulthood(born_on, today=today, ends_on=ends_on) if born_on else ends_on


def due_on(day: date, *, today: date) -> Due:
    """Tell how a deadline stands today; the day itself still counts."""
    if day < today:
        return Due.OVERDUE
    return Due.SOON if day <= today + _SOON else Due.LATER


def days_to_adulthood(born_on: date | None, *, today: date) -> int | None:
    """Count the days to the eighteenth birthday; None where it is past or unknown."""
    if born_on is None:
        return None
    far = today + timedelta(days=366 * (ADULT + 1))
    eighteenth = end_at_adulthood(born_on, today=today, ends_on=far)
    return (eighteenth - today).days if eighteenth < far else None
