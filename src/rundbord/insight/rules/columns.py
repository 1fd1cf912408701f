"""Columns of a chart: heights in a drawing of fixed size, so that the page needs no script and no style of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 160
_GAP = 4
_FLOOR = 2


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: where it stands, how high it is, and what it says."""

    label: str
    count: int
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """Where its label is centred."""
        return self.x + self.width // 2


def columns_of(counts: Sequence[tuple[str, int]]) -> list[Column]:
    """Spread the counts over the drawing; what happened at all is seen, however small beside the highest."""
    if not counts:
        return []
    width = WIDTH // len(counts)
    highest = max(*(count for _, count in counts), 1)
    heights = [_height(count, highest) for _, count in counts]
    return [
        Column(label=label, count=count, x=place * width, y=HEIGHT - height, width=width - _GAP, height=height)
        for place, ((label, count), height) in enumerate(zip(counts, heights, strict=True))
    ]


def _height(count: int, highest: int) -> int:
    return max(round(HEIGHT * count / highest), _FLOOR) if count else 0
