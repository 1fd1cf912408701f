"""Daily counts of one area and category, and what is judged about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.patterns.vocabulary import Influence

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class History:
    """How many events of one category one area had each day from `starts_on`; no day is left out."""

    area: str
    category: str
    starts_on: date
    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        """Refuse what no count can be."""
        if any(count < 0 for count in self.counts):
            raise ValueError("a count is never negative")

    @classmethod
    def of(cls, area: str, category: str, *, days: Mapping[date, int], first: date, last: date) -> History:
        """Fill the days without events, from the first day that was watched to the last."""
        length = (last - first).days + 1
        return cls(
            area=area,
            category=category,
            starts_on=first,
            counts=tuple(days.get(first + number * _DAY, 0) for number in range(length)),
        )

    @property
    def ends_on(self) -> date:
        """Give the last day counted."""
        return self.starts_on + (len(self.counts) - 1) * _DAY


@dataclass(frozen=True, kw_only=True)
class Window:
    """The days that are judged, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> list[date]:
        """List them."""
        return [self.first + number * _DAY for number in range((self.last - self.first).days + 1)]


@dataclass(frozen=True, kw_only=True)
class Normal:
    """What this area's own past leads one to expect in a window."""

    expected: float
    low: int
    high: int
    """95 of 100 ordinary windows lie between low and high, both included."""
    learned_from: Window
    influences: frozenset[Influence]


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One window of one area and category: what was counted, what is normal, how sure."""

    area: str
    category: str
    window: Window
    counted: int
    normal: Normal
    p: float
    """How often an ordinary window holds this many or more."""
    q: float
    """The share of false alarms to expect among all judgements of the day that are at least as striking."""
    is_signal: bool


@dataclass(frozen=True, kw_only=True)
class TooLittleHistory:
    """Why nothing was judged: fewer full weeks before the window than a normal takes."""

    area: str
    category: str
    weeks: int
    needed: int
    judged_from: date
    """The first day that can be judged, if counting goes on."""


@dataclass(frozen=True, kw_only=True)
class Findings:
    """All that one day's judging came to."""

    ending_on: date
    judgements: tuple[Judgement, ...]
    too_little: tuple[TooLittleHistory, ...]

    @property
    def signals(self) -> tuple[Judgement, ...]:
        """Give the unusual ones, the most striking first."""
        return tuple(sorted((one for one in self.judgements if one.is_signal), key=lambda one: one.p))
