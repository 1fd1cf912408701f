"""Pairs of events within a distance, found through cells as wide as that distance, a bounded number at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rundbord.patterns.near_repeat.events import ClosePair, Events

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]

# So many candidates are looked at together: some 30 megabytes.
_AT_ONCE = 500_000
# Cells a hair wider than the distance, so that rounding cannot put two events that far apart two cells apart.
_HAIR = 1 + 1e-9


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Some pairs: places in the order of `Neighbours.order`, and the squared distance."""

    one: Indices
    other: Indices
    squared: Numbers


class Neighbours:
    """Events sorted by cell: whoever is near lies in one of two stretches of the order, and each pair is met once."""

    def __init__(self, east: Numbers, north: Numbers, metres: float) -> None:
        """Sort into cells."""
        self._metres = metres
        column, row = (1 + _cell(axis, metres) for axis in (east, north))
        height = int(row.max(initial=1)) + 2
        keys = column * height + row
        self.order: Indices = np.argsort(keys, kind="stable")
        self._east, self._north = east[self.order], north[self.order]
        keys = keys[self.order]
        after = np.arange(1, len(keys) + 1)
        # The rest of the own cell and the one above it; then three cells of the next column.
        self._stretches = (
            (after, np.searchsorted(keys, keys + 1, side="right")),
            (
                np.searchsorted(keys, keys + height - 1, side="left"),
                np.searchsorted(keys, keys + height + 1, side="right"),
            ),
        )

    def pairs(self) -> Iterator[Pairs]:
        """Give all pairs within the distance, some at a time."""
        for starts, ends in self._stretches:
            lengths = ends - starts
            for first, last in _batches(lengths):
                one = np.repeat(np.arange(first, last), lengths[first:last])
                shift = starts[first:last] - (np.cumsum(lengths[first:last]) - lengths[first:last])
                other = np.arange(len(one)) + np.repeat(shift, lengths[first:last])
                yield self._within(one, other)

    def _within(self, one: Indices, other: Indices) -> Pairs:
        squared = (self._east[one] - self._east[other]) ** 2 + (self._north[one] - self._north[other]) ** 2
        near = squared <= self._metres**2
        return Pairs(one=one[near], other=other[near], squared=squared[near])


def close_in_both(events: Events, *, metres: float, days: int) -> Sequence[ClosePair]:
    """Join near in space with near in time."""
    when = np.asarray(events.days, np.int64)
    neighbours = Neighbours(np.asarray(events.east, np.float64), np.asarray(events.north, np.float64), metres)
    found: list[ClosePair] = []
    for pairs in neighbours.pairs():
        one, other = neighbours.order[pairs.one], neighbours.order[pairs.other]
        gaps = np.abs(when[one] - when[other])
        near = gaps <= days
        columns = (one[near], other[near], np.sqrt(pairs.squared[near]), gaps[near])
        lines = zip(*(column.tolist() for column in columns), strict=True)
        found += [_pair(events, first, second, metres=apart, days=gap) for first, second, apart, gap in lines]
    return sorted(found, key=lambda pair: (pair.days, pair.metres, pair.first, pair.second))


def _pair(events: Events, one: int, other: int, *, metres: float, days: int) -> ClosePair:
    first, second = sorted((one, other), key=lambda number: (events.days[number], number))
    return ClosePair(first=first, second=second, metres=metres, days=days)


def _cell(axis: Numbers, metres: float) -> Indices:
    return np.asarray(np.floor((axis - axis.min(initial=np.inf)) / (metres * _HAIR)), np.int64)


def _batches(lengths: Indices) -> Iterator[tuple[int, int]]:
    """Cut the events so that each part has about as many candidates as may be looked at together."""
    total = np.cumsum(lengths)
    first = 0
    while first < len(lengths):
        before = int(total[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(total, before + _AT_ONCE, side="right")))
        yield first, last
        first = last
