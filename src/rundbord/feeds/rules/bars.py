"""The geometry of a bar chart: whole units, so that no decimal comma gets into a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, GAP = 480, 120, 6


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar, from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


def bars(values: Sequence[float | None], *, highest: float) -> list[Bar]:
    """Draw values side by side on a scale that is common to several charts; what is unknown has no height."""
    if not values:
        return []
    step = WIDTH / len(values)
    width = max(2, min(56, round(step) - GAP))
    heights = [round((value or 0) / highest * HEIGHT) if highest else 0 for value in values]
    return [
        Bar(x=round(place * step), y=HEIGHT - height, width=width, height=height)
        for place, height in enumerate(heights)
    ]
