"""When in the week things happen: weekdays by blocks of three hours, each number with a shade of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from rundbord.partnership.weekdays import NAMES

_BLOCK, _SHADES = 3, 4
BLOCKS = tuple(f"{hour:02}–{hour + _BLOCK:02}" for hour in range(0, 24, _BLOCK))


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One block of a weekday: how many, and how dark, from 0 (none) to 4 (as many as the most)."""

    count: int
    shade: int


@dataclass(frozen=True, kw_only=True)
class Heat:
    """The week: a row a day, Monday first, each with its cells; how many are counted, and when there are most."""

    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    total: int
    busiest: str


def heat_of(counts: Mapping[tuple[int, int], int]) -> Heat:
    """Put counts by ISO weekday (Monday 1) and hour of the Danish clock into blocks."""
    blocks: dict[tuple[int, int], int] = {}
    for (weekday, hour), count in counts.items():
        key = (weekday - 1, hour // _BLOCK)
        blocks[key] = blocks.get(key, 0) + count
    most = max(blocks.values(), default=0)
    rows = tuple(
        (name, tuple(_cell(blocks.get((day, block), 0), most) for block in range(len(BLOCKS))))
        for day, name in enumerate(NAMES)
    )
    return Heat(rows=rows, total=sum(blocks.values()), busiest=_busiest(blocks))


def _cell(count: int, most: int) -> Cell:
    return Cell(count=count, shade=ceil(_SHADES * count / most) if most else 0)


def _busiest(blocks: Mapping[tuple[int, int], int]) -> str:
    """Name the block with the most; the first in the week where several have as many."""
    if not blocks:
        return ""
    day, block = min(blocks, key=lambda key: (-blocks[key], key))
    return f"{NAMES[day]} kl. {BLOCKS[block]}"
