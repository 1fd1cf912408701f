"""The Knox test with permutations over bands of distance and time.

Knox (1964, Applied Statistics 13:25–29) counts pairs near in both space and time; the days are then dealt anew to the
places (Mantel 1967, Cancer Research 27:209–220) to see how many such pairs chance gives; bands of both as in Johnson et
al. (2007, Journal of Quantitative Criminology 23:201–219) and Ratcliffe's near-repeat calculator.

Only pairs near in space are ever looked at. They are found anew for each block of permutations, some at a time, and the
days of a whole block of permutations are compared at once; so memory depends on neither pairs nor permutations.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rundbord.patterns.near_repeat.events import Bands, Cell, Events, NearRepeat
from rundbord.patterns.near_repeat.pairs import Neighbours, Numbers, Pairs

Days = NDArray[np.int16] | NDArray[np.int32]
Table = NDArray[np.int64]

# The days of one block of permutations take at most so many bytes, and no more permutations than stay in the cache.
_BLOCK_BYTES = 32_000_000
_MOST_IN_BLOCK = 256
# Pairs compared together: a byte counts up to 255, and two tables of this height stay in the cache.
_BYTE = 255
_TOGETHER = 4 * _BYTE


def tested(events: Events, bands: Bands, *, permutations: int, seed: int) -> NearRepeat:
    """Count, deal the days anew as often as asked, and compare."""
    when = np.asarray(events.days, np.int64)
    neighbours = Neighbours(np.asarray(events.east, np.float64), np.asarray(events.north, np.float64), bands.metres[-1])
    days = _packed(when)[neighbours.order]
    observed, near_in_space = _observed(days, neighbours, bands)
    near_in_time = _near_in_time(when, bands)
    pairs = len(when) * (len(when) - 1) / 2
    expected = np.outer(near_in_space, near_in_time) / max(pairs, 1)
    as_many = np.zeros_like(observed)
    for block in _dealt(days, permutations, seed):
        counted, _ = _counted(block, neighbours, bands)
        as_many += (counted >= observed[:, :, None]).sum(axis=2)
    p = (as_many + 1) / (permutations + 1)
    return NearRepeat(
        events=len(when),
        permutations=permutations,
        seed=seed,
        near_in_space=tuple(near_in_space.tolist()),
        near_in_time=tuple(near_in_time.tolist()),
        cells=tuple(_cells(bands, observed, expected, p)),
    )


def _cells(bands: Bands, observed: Table, expected: Numbers, p: Numbers) -> Iterator[Cell]:
    for row, metres in enumerate(bands.spans):
        for column, days in enumerate(bands.periods):
            yield Cell(
                metres=metres,
                days=days,
                pairs=int(observed[row, column]),
                expected=float(expected[row, column]),
                p=float(p[row, column]),
            )


def _packed(when: NDArray[np.int64]) -> Days:
    """Count days from the first; in two bytes if they fit, since half the memory is twice the speed."""
    since = when - when.min(initial=0 if not len(when) else int(when[0]))
    span = int(since.max(initial=0))
    if span > np.iinfo(np.int32).max:
        raise ValueError("days, not moments: the whole span must fit in 32 bits")
    if span <= np.iinfo(np.int16).max:
        return np.asarray(since, np.int16)
    return np.asarray(since, np.int32)


def _dealt(days: Days, permutations: int, seed: int) -> Iterator[Days]:
    """Deal the days anew, block by block: rows are places, columns permutations."""
    generator = np.random.default_rng(seed)
    at_once = max(1, min(_MOST_IN_BLOCK, permutations, _BLOCK_BYTES // max(1, len(days) * days.itemsize)))
    for begun in range(0, permutations, at_once):
        block = np.stack([generator.permutation(days) for _ in range(min(at_once, permutations - begun))])
        yield np.ascontiguousarray(block.T)


def _observed(days: Days, neighbours: Neighbours, bands: Bands) -> tuple[Table, Table]:
    counted, near_in_space = _counted(days[:, None], neighbours, bands)
    return counted[:, :, 0], near_in_space


def _counted(dealt: Days, neighbours: Neighbours, bands: Bands) -> tuple[Table, Table]:
    """Count pairs for each distance × time × permutation, and for each distance."""
    up_to = np.zeros((len(bands.spans), len(bands.days), dealt.shape[1]), np.int64)
    near_in_space = np.zeros(len(bands.spans), np.int64)
    limits = np.array([limit for _, limit in bands.spans]) ** 2
    for pairs in neighbours.pairs():
        band = np.searchsorted(limits, pairs.squared, side="left")
        near_in_space += np.bincount(band, minlength=len(limits))
        for number in range(len(limits)):
            inside = band == number
            some = Pairs(one=pairs.one[inside], other=pairs.other[inside], squared=pairs.squared[inside])
            _add_near_in_time(up_to[number], dealt, some, bands.days)
    return np.diff(up_to, axis=1, prepend=0), near_in_space


def _add_near_in_time(up_to: Table, dealt: Days, pairs: Pairs, limits: tuple[int, ...]) -> None:
    """Add, for each limit and permutation, the pairs whose days lie no further apart."""
    height = min(_TOGETHER, len(pairs.one))
    gaps, others = (np.empty((height, dealt.shape[1]), dealt.dtype) for _ in range(2))
    is_near = np.empty(gaps.shape, np.bool_)
    for begun in range(0, len(pairs.one), _TOGETHER):
        part = slice(begun, begun + _TOGETHER)
        rows = len(pairs.one[part])
        gap, other, near = gaps[:rows], others[:rows], is_near[:rows]
        np.take(dealt, pairs.one[part], axis=0, out=gap, mode="clip")
        np.take(dealt, pairs.other[part], axis=0, out=other, mode="clip")
        np.abs(np.subtract(gap, other, out=gap), out=gap)
        for number, limit in enumerate(limits):
            np.less_equal(gap, min(limit, int(np.iinfo(dealt.dtype).max)), out=near)
            up_to[number] += _columns(near)


def _columns(near: NDArray[np.bool_]) -> Table:
    """Sum columns in bytes, as many rows at a time as a byte can count."""
    counts = near.view(np.uint8)
    total = np.zeros(near.shape[1], np.int64)
    for begun in range(0, len(counts), _BYTE):
        total += np.add.reduce(counts[begun : begun + _BYTE], axis=0, dtype=np.uint8)
    return total


def _near_in_time(when: NDArray[np.int64], bands: Bands) -> Table:
    """Count pairs in each band of time, wherever they are: one search in the sorted days for each limit."""
    ordered = np.sort(when)
    earlier = np.arange(len(ordered))
    up_to = [int((earlier - np.searchsorted(ordered, ordered - limit, side="left")).sum()) for limit in bands.days]
    return np.asarray(np.diff(np.array(up_to, np.int64), prepend=0), np.int64)
