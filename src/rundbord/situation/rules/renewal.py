"""What became of a text that its publisher has changed: which incidents are the same, told anew, or new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Below this share of common signs two accounts are two events; a correction of a time or a place leaves far more.
ALIKE = 0.6


@dataclass(frozen=True)
class Told:
    """One incident as its words tell it."""

    heading: str
    text: str


def matched(known: Sequence[Told], new: Sequence[Told]) -> list[int | None]:
    """For each new account give the place of the known one that it is about, or None; none is matched twice.

    The same words come first, so that an account that only moved is never taken for a change of its neighbour.
    """
    free = dict(enumerate(known))
    found: list[int | None] = [_take(free, each, least=1.0) for each in new]
    for position, each in enumerate(new):
        if found[position] is None:
            found[position] = _take(free, each, least=ALIKE)
    if len(known) == len(new) == 1:
        return [0]
    return found


def _take(free: dict[int, Told], account: Told, *, least: float) -> int | None:
    best = max(free, key=lambda place: _likeness(free[place], account), default=None)
    if best is None or _likeness(free[best], account) < least:
        return None
    del free[best]
    return best


def _likeness(one: Told, other: Told) -> float:
    if one == other:
        return 1.0
    likeness = SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()
    # Rows of one table are alike in every word but the street: a heading of one's own says that it is another event.
    return likeness if one.heading == other.heading else likeness * 0.9
