"""Retaliation windows, and places and days at risk."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rundbord.conflicts.rules import Objections
from rundbord.conflicts.rules.clocks import span_in_words
from rundbord.vocabulary import Term

LONGEST_WINDOW = timedelta(days=14)


class WindowState(Term):
    """Window state — tilstand: whether revenge is feared now."""

    COMING = "coming", "Åbner senere"
    OPEN = "open", "Åbent"
    PASSED = "passed", "Udløbet"
    ENDED = "ended", "Lukket før tid"


def window_state(*, opens_at: datetime, closes_at: datetime, ended_at: datetime | None, now: datetime) -> WindowState:
    """Judge a window; one that a person ended does not open again."""
    if ended_at is not None:
        return WindowState.ENDED
    if now < opens_at:
        return WindowState.COMING
    return WindowState.OPEN if now < closes_at else WindowState.PASSED


def countdown(*, opens_at: datetime, closes_at: datetime, ended_at: datetime | None, now: datetime) -> str:
    """Say how long a window is open yet, or when it opens."""
    match window_state(opens_at=opens_at, closes_at=closes_at, ended_at=ended_at, now=now):
        case WindowState.COMING:
            return f"Åbner om {span_in_words(opens_at - now)}"
        case WindowState.OPEN:
            return f"{span_in_words(closes_at - now)} tilbage"
        case WindowState.PASSED:
            return f"Udløb for {span_in_words(now - closes_at)} siden"
        case _:
            return "Lukket før tid"


def objections_to_window(*, opens_at: datetime, closes_at: datetime, now: datetime) -> Objections:
    """Say what is wrong with a window's times: it ends, ahead of now, and soon enough to stay true."""
    if closes_at <= opens_at:
        return {"closes_at": ["Vinduet skal lukke, efter at det er åbnet."]}
    if closes_at <= now:
        return {"closes_at": ["Vinduet ville være lukket allerede. Vælg et senere tidspunkt."]}
    if closes_at - opens_at > LONGEST_WINDOW:
        return {"closes_at": ["Et vindue er højst 14 dage. Sæt et nyt, hvis faren stadig er der."]}
    return {}


def objections_to_risk(*, has_place: bool, starts_on: date | None, ends_on: date | None, today: date) -> Objections:
    """Say what is wrong with a risk: it needs a place or a day, and a day that has not passed."""
    objections: Objections = {}
    if not has_place and starts_on is None:
        objections[""] = ["Angiv et sted, en dag eller begge dele."]
    if ends_on is not None and starts_on is None:
        objections["starts_on"] = ["Angiv også den første dag."]
    elif ends_on is not None and starts_on is not None and ends_on < starts_on:
        objections["ends_on"] = ["Den sidste dag ligger før den første."]
    last = ends_on or starts_on
    if last is not None and last < today and "ends_on" not in objections:
        objections["starts_on"] = ["Dagen er allerede gået. Fortæl om den som en hændelse i stedet."]
    return objections


def is_at_risk(*, starts_on: date | None, ends_on: date | None, is_removed: bool, today: date) -> bool:
    """Tell whether a risk lies ahead: a place stays until it is taken off, a day until it has passed."""
    last = ends_on or starts_on
    return not is_removed and (last is None or last >= today)
