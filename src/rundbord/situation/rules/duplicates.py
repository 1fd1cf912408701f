"""Do two accounts tell of one event? Place, time, category and words, each explained; a person decides."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from rundbord.situation.rules.accounts import Account
from rundbord.situation.vocabulary import Category

LIKELY = 0.6
_OF_PLACE, _OF_TIME, _OF_CATEGORY, _OF_WORDS = 0.35, 0.3, 0.2, 0.15
_NEAR_METRES, _WALK_METRES = 150.0, 600.0
_EARTH_METRES_PER_DEGREE = 111_195.0
C = Category
_RELATED = (
    frozenset({C.VIOLENCE, C.THREATS, C.ROBBERY, C.WEAPONS, C.UNREST}),
    frozenset({C.BURGLARY, C.THEFT, C.SUSPICIOUS, C.VANDALISM}),
    frozenset({C.FIRE, C.VANDALISM, C.UNREST}),
    frozenset({C.DRUGS, C.SUSPICIOUS, C.UNREST}),
)


class _Sign(NamedTuple):
    """How much one side of the comparison speaks for one event; what it says is put into words when it is shown."""

    weight: float
    says: Callable[[], str] = str


class Likeness(NamedTuple):
    """How alike two accounts are, from 0 to 1, and why."""

    score: float
    signs: tuple[_Sign, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Explain in Danish."""
        return tuple(words for words in (sign.says() for sign in self.signs) if words)

    @property
    def is_likely(self) -> bool:
        """Tell whether it is worth a person's look."""
        return self.score >= LIKELY


def likeness(one: Account, other: Account) -> Likeness | None:
    """Compare two accounts; None when time or place speaks against one event, or nothing is known of either.

    A page of the inbox makes thousands of comparisons, so that nothing is put into words here.
    """
    time = _time(one, other)
    place = _place(one, other) if time else None
    if time is None or place is None:
        return None
    category, words = _category(one.category, other.category), _words(one, other)
    score = (
        _OF_PLACE * place.weight + _OF_TIME * time.weight + _OF_CATEGORY * category.weight + _OF_WORDS * words.weight
    )
    return Likeness(round(score, 3), (place, time, category, words))


def _time(one: Account, other: Account) -> _Sign | None:
    window, others = one.window, other.window
    if window is None or others is None:
        return None
    seconds = max(window[0], others[0]) - min(window[1], others[1])
    if seconds <= 0:
        return _SAME_TIME
    tolerance = max(one.tolerance, other.tolerance)
    return None if seconds > tolerance else _Sign(1 - 0.6 * (seconds / tolerance), partial(_gap_in_words, seconds))


def _gap_in_words(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes == 0:
        return "samme tid"
    if minutes < 90:
        return "1 minut imellem" if minutes == 1 else f"{minutes} minutter imellem"
    return f"{round(minutes / 60)} timer imellem"


def _place(one: Account, other: Account) -> _Sign | None:
    if one.street and one.street == other.street:
        return _SAME_STREET
    if one.point and other.point:
        return _by_distance(_metres(one.point, other.point))
    if one.area and one.area == other.area:
        return _SAME_AREA_ELSEWHERE if one.street and other.street else _SAME_AREA
    return None


def _by_distance(metres: float) -> _Sign | None:
    if metres > _WALK_METRES:
        return None
    return _Sign(1.0 if metres <= _NEAR_METRES else 0.7, partial(_metres_in_words, metres))


def _metres_in_words(metres: float) -> str:
    return "samme sted" if metres < 30 else f"{round(metres, -1):.0f} meter imellem"


def _metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, lon), (other_lat, other_lon) = one, other
    east = (other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(other_lat - lat, east) * _EARTH_METRES_PER_DEGREE


@lru_cache(maxsize=1024)
def _category(one: str, other: str) -> _Sign:
    pair = {one, other}
    if "" in pair or Category.OTHER in pair:
        return _Sign(0.4)
    if len(pair) == 1:
        return _Sign(1.0, lambda: "samme kategori")
    if any(pair <= family for family in _RELATED):
        return _Sign(0.6, lambda: "beslægtede kategorier")
    return _SAYS_NOTHING


def _words(one: Account, other: Account) -> _Sign:
    common = len(one.words & other.words)
    if common < 2:
        return _SAYS_NOTHING
    fewest = min(len(one.words), len(other.words))
    return _Sign(min(1.0, 2 * common / fewest), lambda: f"{common} fælles ord")


_SAME_TIME = _Sign(1.0, lambda: "samme tid")
_SAME_STREET = _Sign(1.0, lambda: "samme gade")
_SAME_AREA = _Sign(0.75, lambda: "samme område")
_SAME_AREA_ELSEWHERE = _Sign(0.4, lambda: "samme område")
_SAYS_NOTHING = _Sign(0.0)
