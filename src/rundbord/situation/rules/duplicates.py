"""Do two accounts tell of one event? Place, time, category and words, each explained; a person decides."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from rundbord.situation.vocabulary import Category, TimePrecision

LIKELY = 0.6
_WEIGHTS = {"place": 0.35, "time": 0.3, "category": 0.2, "words": 0.15}
_NEAR_METRES, _WALK_METRES = 150.0, 600.0
_EARTH_METRES_PER_DEGREE = 111_195.0
_TOLERANCE: dict[str, timedelta] = {
    TimePrecision.MINUTE: timedelta(minutes=90),
    TimePrecision.PART_OF_DAY: timedelta(hours=6),
    TimePrecision.DATE: timedelta(hours=12),
}
LONGEST_TOLERANCE = max(_TOLERANCE.values())
C = Category
_RELATED = (
    frozenset({C.VIOLENCE, C.THREATS, C.ROBBERY, C.WEAPONS, C.UNREST}),
    frozenset({C.BURGLARY, C.THEFT, C.SUSPICIOUS, C.VANDALISM}),
    frozenset({C.FIRE, C.VANDALISM, C.UNREST}),
    frozenset({C.DRUGS, C.SUSPICIOUS, C.UNREST}),
)
_STEM = 6
_COMMON = frozenset(
    """
    ad af alle andet at bare blev blive bliver da de dem den denne der deres det dette dig din dog du efter eller en
    end er et flere for fordi fra før gik går had han har have havde her hos hun hvad hvor i igen ikke imod ind ingen
    intet jeg kan kom kun kunne lidt man mange med meget men mens mellem mod måtte nej nogle nogen noget nok nu når
    ned om op os over på samt se set sig sin skal skulle som stor store så til tæt ud under var ved vi vil ville være
    været her to tre fire cirka omkring politiet anmeldt anmeldelse personer person
    """.split()  # noqa: SIM905 — read as words
)


@dataclass(frozen=True, kw_only=True)
class Account:
    """What the rule knows of a report or an incident; empty where it is unknown."""

    key: str
    category: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    precision: str = TimePrecision.MINUTE
    area: str = ""
    street: str = ""
    point: tuple[float, float] | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """How alike two accounts are, from 0 to 1, and why, in Danish."""

    score: float
    reasons: tuple[str, ...]

    @property
    def is_likely(self) -> bool:
        """Tell whether it is worth a person's look."""
        return self.score >= LIKELY


@dataclass(frozen=True, kw_only=True)
class _Sign:
    weight: float
    says: str = ""


def likeness(one: Account, other: Account) -> Likeness | None:
    """Compare two accounts; None when time or place speaks against one event, or nothing is known of either."""
    time = _time(one, other)
    place = _place(one, other) if time else None
    if time is None or place is None:
        return None
    signs = {"place": place, "time": time, "category": _category(one, other), "words": _words(one, other)}
    score = sum(_WEIGHTS[name] * sign.weight for name, sign in signs.items())
    return Likeness(score=round(score, 3), reasons=tuple(sign.says for sign in signs.values() if sign.says))


def telling_words(*texts: str) -> frozenset[str]:
    """Reduce texts to the stems of words that tell something."""
    found = re.findall(r"[a-zæøå]{3,}", " ".join(texts).casefold())
    return frozenset(word[:_STEM] for word in found if word not in _COMMON)


def _time(one: Account, other: Account) -> _Sign | None:
    windows = [window for window in (_window(one), _window(other)) if window]
    if len(windows) < 2:
        return None
    first, second = sorted(windows)
    gap = max(second[0] - first[1], timedelta(0))
    tolerance = max(_TOLERANCE.get(each.precision, LONGEST_TOLERANCE) for each in (one, other))
    if gap > tolerance:
        return None
    return _Sign(weight=1 - 0.6 * (gap / tolerance), says=_gap_in_words(gap))


def _window(account: Account) -> tuple[datetime, datetime] | None:
    starts, ends = account.starts_at or account.ends_at, account.ends_at or account.starts_at
    if starts is None or ends is None:
        return None
    if account.precision == TimePrecision.DATE:
        ends = max(ends, starts + timedelta(days=1))
    return min(starts, ends), max(starts, ends)


def _gap_in_words(gap: timedelta) -> str:
    minutes = round(gap.total_seconds() / 60)
    if minutes == 0:
        return "samme tid"
    if minutes < 90:
        return "1 minut imellem" if minutes == 1 else f"{minutes} minutter imellem"
    return f"{round(minutes / 60)} timer imellem"


def _place(one: Account, other: Account) -> _Sign | None:
    if one.street and one.street == other.street:
        return _Sign(weight=1.0, says="samme gade")
    if one.point and other.point:
        return _by_distance(_metres(one.point, other.point))
    if one.area and one.area == other.area:
        is_elsewhere = bool(one.street and other.street)
        return _Sign(weight=0.4 if is_elsewhere else 0.75, says="samme område")
    return None


def _by_distance(metres: float) -> _Sign | None:
    if metres > _WALK_METRES:
        return None
    said = "samme sted" if metres < 30 else f"{round(metres, -1):.0f} meter imellem"
    return _Sign(weight=1.0 if metres <= _NEAR_METRES else 0.7, says=said)


def _metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat, lon), (other_lat, other_lon) = one, other
    east = (other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(other_lat - lat, east) * _EARTH_METRES_PER_DEGREE


def _category(one: Account, other: Account) -> _Sign:
    pair = {one.category, other.category}
    if "" in pair or Category.OTHER in pair:
        return _Sign(weight=0.4)
    if len(pair) == 1:
        return _Sign(weight=1.0, says="samme kategori")
    if any(pair <= family for family in _RELATED):
        return _Sign(weight=0.6, says="beslægtede kategorier")
    return _Sign(weight=0.0)


def _words(one: Account, other: Account) -> _Sign:
    common = one.words & other.words
    fewest = min(len(one.words), len(other.words))
    if len(common) < 2:
        return _Sign(weight=0.0)
    return _Sign(weight=min(1.0, 2 * len(common) / fewest), says=f"{len(common)} fælles ord")
