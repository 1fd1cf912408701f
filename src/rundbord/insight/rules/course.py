"""The course of a year as lanes of bars: months are equally wide, so that lanes and columns stand under each other."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 720
_ROW, _STEP, _GAP, _NARROWEST, _MOST_ROWS = 16, 36, 3, 4, 5


@dataclass(frozen=True, kw_only=True)
class Span:
    """One thing that lasted: what it is, from when to when (Danish days; None: still), and what leads to it.

    `share` is how high its bar stands in a lane of steps, as part of the highest step.
    """

    words: str
    first: date
    last: date | None
    kind: str
    share: float = 1.0
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar in the drawing."""

    x: int
    y: int
    width: int
    height: int
    kind: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One lane: its name, how high it is, its bars, the facts behind them, the newest first, and one of each step."""

    name: str
    height: int
    bars: tuple[Bar, ...]
    spans: tuple[Span, ...]
    legend: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Twelve months from the first day of one; `today` is where bars of what still lasts end."""

    first: date
    today: date

    def x(self, day: date) -> int:
        """Give where a day begins, inside the drawing."""
        months = (day.year - self.first.year) * 12 + day.month - self.first.month
        part = (day.day - 1) / monthrange(day.year, day.month)[1]
        return round(min(max(months + part, 0), 12) * WIDTH / 12)

    def holds(self, span: Span) -> bool:
        """Tell whether any of it lies in the year."""
        return (span.last is None or span.last >= self.first) and span.first <= self.today


def lane_of_steps(name: str, spans: Sequence[Span], scale: Scale) -> Lane:
    """Draw what follows each other, one level at a time: the graver, the higher."""
    shown = _newest_first(spans, scale)
    bars = [_bar(span, scale, top=_STEP - _height(span), height=_height(span)) for span in shown]
    one_of_each = {span.kind: span for span in shown}
    legend = sorted(one_of_each.values(), key=lambda each: each.share)
    return Lane(name=name, height=_STEP, bars=tuple(bars), spans=shown, legend=tuple(legend))


def lane_of_bars(name: str, spans: Sequence[Span], scale: Scale) -> Lane:
    """Draw what may last at the same time: under each other where it does."""
    shown = _newest_first(spans, scale)
    free: list[int] = []
    bars = []
    for span in sorted(shown, key=lambda each: each.first):
        row = _row_for(scale.x(span.first), free)
        bar = _bar(span, scale, top=row * (_ROW + _GAP), height=_ROW)
        free[row] = bar.x + bar.width + _GAP
        bars.append(bar)
    height = max(len(free), 1) * (_ROW + _GAP) - _GAP
    return Lane(name=name, height=height, bars=tuple(bars), spans=shown)


def _newest_first(spans: Sequence[Span], scale: Scale) -> tuple[Span, ...]:
    return tuple(sorted((each for each in spans if scale.holds(each)), key=lambda each: each.first, reverse=True))


def _row_for(x: int, free: list[int]) -> int:
    """Find the first row that is free at a place; beyond the most rows the last is shared."""
    for row, end in enumerate(free):
        if end <= x:
            return row
    if len(free) < _MOST_ROWS:
        free.append(0)
    return len(free) - 1


def _height(span: Span) -> int:
    return max(round(_STEP * span.share), _NARROWEST)


def _bar(span: Span, scale: Scale, *, top: int, height: int) -> Bar:
    start = scale.x(span.first)
    end = scale.x(min(span.last or scale.today, scale.today))
    width = max(end - start, _NARROWEST)
    return Bar(x=min(start, WIDTH - width), y=top, width=width, height=height, kind=span.kind, words=span.words)
