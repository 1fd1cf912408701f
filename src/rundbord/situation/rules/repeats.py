"""What counts as a repeat in time and place: bands, periods, how few are too few, and where repeats are no news."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from rundbord.patterns import Bands
from rundbord.situation.rules.placing import Placed
from rundbord.situation.vocabulary import Category

# Acts against a place or those in it, of which one may draw the next (Johnson et al. 2007; Sturup et al. 2017).
REPEATING = (
    Category.BURGLARY,
    Category.THEFT,
    Category.ROBBERY,
    Category.VIOLENCE,
    Category.VANDALISM,
    Category.FIRE,
    Category.WEAPONS,
)
# Near is a walk of a minute, and a week: where the risk after a burglary is greatest (bench/results/near_repeat.md).
NEAR_METRES, NEAR_DAYS = 100, 7
NEAR = Bands(metres=(float(NEAR_METRES),), days=(NEAR_DAYS,), is_same_point_apart=False)
BANDS = Bands(metres=(100.0, 200.0, 400.0, 1000.0), days=(7, 14, 28))
# Days back from the day that has ended.
LENGTHS = (90, 365, 1095)
# With fewer, the dates cannot be dealt in enough different ways, and a single pair moves the figure much.
FEWEST_PLACED = 50
FEWEST_EXPECTED = 1.0
# A share of chance at which a pattern is told as one: some twenty tables are looked at each night.
SURE, MAYBE = 0.01, 0.05
# What somebody can still act upon.
CURRENT_DAYS = 14
# The place's own past: a year, and no less than a quarter of one.
_PAST_DAYS, _LEAST_PAST_DAYS = 365, 91
# Where as much is usual, two incidents are no news.
_TIMES_THE_USUAL = 2.0


@dataclass(frozen=True, kw_only=True)
class Usual:
    """What a place has in fourteen days, learned from so many days; nothing where the past is too short."""

    number: float | None
    days: int

    def is_news(self, counted: int) -> bool:
        """Tell whether so many in at most fourteen days are more than the place is used to."""
        return self.number is None or counted >= _TIMES_THE_USUAL * self.number


def usual_at(spots: Sequence[Placed], every: Sequence[Placed], *, ending_on: date) -> Usual:
    """Learn from what happened near these spots before the fourteen days that end on `ending_on`."""
    until = ending_on - timedelta(days=CURRENT_DAYS)
    first = until - timedelta(days=_PAST_DAYS - 1)
    past = [one for one in every if first <= one.day <= until]
    days = (until - min(one.day for one in past)).days + 1 if past else 0
    if days < _LEAST_PAST_DAYS:
        return Usual(number=None, days=days)
    near = sum(1 for one in past if any(is_near(one, spot) for spot in spots))
    return Usual(number=near * CURRENT_DAYS / days, days=days)


def is_near(one: Placed, other: Placed) -> bool:
    """Tell whether two lie within the near distance."""
    return math.dist(one.spot, other.spot) <= NEAR_METRES


def area_of(members: Sequence[Placed]) -> UUID | None:
    """Give the area that most of them lie in; of two alike, the one of the newest incident."""
    areas = [one.area_id for one in reversed(members) if one.area_id is not None]
    return Counter(areas).most_common(1)[0][0] if areas else None


def can_be_told(*, placed: int, expected: float | None) -> bool:
    """Tell whether there are enough to say anything."""
    return placed >= FEWEST_PLACED and expected is not None and expected >= FEWEST_EXPECTED
