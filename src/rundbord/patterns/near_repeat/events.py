"""What is tested for near-repeat, and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, kw_only=True)
class Events:
    """Where and on which day events happened; metres in any plane projection, one entry for each event."""

    east: Sequence[float]
    north: Sequence[float]
    days: Sequence[int]
    """Whole days from any common start, `date.toordinal` for one."""

    def __post_init__(self) -> None:
        """Refuse columns of different lengths."""
        if not len(self.east) == len(self.north) == len(self.days):
            raise ValueError("each event has one place and one day")

    @classmethod
    def of(cls, places: Sequence[tuple[float, float]], days: Sequence[date]) -> Events:
        """Take places as (east, north) and days as dates."""
        return cls(
            east=[east for east, _ in places],
            north=[north for _, north in places],
            days=[day.toordinal() for day in days],
        )

    def __len__(self) -> int:
        """Count them."""
        return len(self.days)


@dataclass(frozen=True, kw_only=True)
class Bands:
    """Upper limits, each included; the lower end is the limit before. The same point is a band of its own or not."""

    metres: tuple[float, ...]
    days: tuple[int, ...]
    is_same_point_apart: bool = True
    """Events told by street share one point; at once they are the same house, flats of one stairway, or neighbours."""

    def __post_init__(self) -> None:
        """Refuse bands without width."""
        if not self.metres or not self.days:
            raise ValueError("at least one band of each kind")
        if self.metres[0] <= 0 or self.days[0] < 0 or not (_rises(self.metres) and _rises(self.days)):
            raise ValueError("limits rise, and the first distance is above nothing")

    @property
    def spans(self) -> tuple[tuple[float, float], ...]:
        """List distances as (beyond, up to); the same point is (0, 0)."""
        apart = ((0.0, 0.0),) if self.is_same_point_apart else ()
        return (*apart, *pairwise((0.0, *self.metres)))

    @property
    def periods(self) -> tuple[tuple[int, int], ...]:
        """List times as (from, up to), both included."""
        return tuple((first + 1, last) for first, last in pairwise((-1, *self.days)))


@dataclass(frozen=True, kw_only=True)
class Cell:
    """How many pairs lie in one band of distance and one of time."""

    metres: tuple[float, float]
    """Beyond the first and up to the second; the same point is (0, 0)."""
    days: tuple[int, int]
    pairs: int
    expected: float
    """The mean over all ways to give the same days to the same places: known exactly, not drawn."""
    p: float
    """The share of permutations, the real one among them, with as many pairs or more."""

    @property
    def ratio(self) -> float | None:
        """Give observed over expected; nothing where nothing can be expected."""
        return self.pairs / self.expected if self.expected else None


@dataclass(frozen=True, kw_only=True)
class NearRepeat:
    """The test of all bands, and what it stands on."""

    events: int
    permutations: int
    seed: int
    near_in_space: tuple[int, ...]
    """Pairs in each band of distance, whatever their days."""
    near_in_time: tuple[int, ...]
    """Pairs in each band of time, wherever they are."""
    cells: tuple[Cell, ...]
    """By distance, then by time."""


@dataclass(frozen=True, kw_only=True)
class ClosePair:
    """Two events near each other, by their numbers in the order given; the first is the earlier or the lower number."""

    first: int
    second: int
    metres: float
    days: int


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """Two events or more that hang together, by their numbers in the order given, oldest first."""

    members: tuple[int, ...]
    first_day: int
    last_day: int


def _rises(limits: Sequence[float]) -> bool:
    return all(one < other for one, other in pairwise(limits))
