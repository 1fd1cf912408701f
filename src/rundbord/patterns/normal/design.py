"""What each day is like: weekday, season, special days and where on the way to the present it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rundbord.patterns.vocabulary import Influence

_YEAR = 365.2425
_HALF_YEAR = 182
_WEEKDAYS = 7
_WAVES = (1, 2)

# How far each influence is believed to go before the data have spoken, as a standard deviation of the log of the
# rate: a weekday is rarely beyond 1.8 times the usual, a half-year rarely 1.5 times the one before, and a special day
# may be nearly anything.
_BELIEFS = {
    Influence.WEEKDAY: 0.3,
    Influence.SEASON: 0.5,
    Influence.SPECIAL_DAYS: 1.0,
    Influence.TREND: 0.2,
}
# The level is the area's own entirely; only so much belief that the equations always have one solution.
_LEVEL_BELIEF = 100.0


@dataclass(frozen=True, kw_only=True)
class Design:
    """One row for each day, one column for each effect; the first column is the level."""

    rows: NDArray[np.float64]
    beliefs: NDArray[np.float64]
    """For each column the precision of its prior: one over the variance."""
    belongs: tuple[Influence | None, ...]

    def columns_of(self, influence: Influence) -> list[int]:
        """Find the columns that stand for an influence."""
        return [number for number, one in enumerate(self.belongs) if one is influence]


def design(days: Sequence[date], *, now: date, special: Mapping[date, str], half_years: int) -> Design:
    """Describe days as seen from `now`, the last day of the history; later ones get its level."""
    columns: list[tuple[Influence | None, NDArray[np.float64]]] = [(None, np.ones(len(days)))]
    columns += [(Influence.WEEKDAY, one) for one in _weekdays(days)]
    columns += [(Influence.SEASON, one) for one in _season(days)]
    columns += [(Influence.SPECIAL_DAYS, one) for one in _special(days, special)]
    columns += [(Influence.TREND, one) for one in _trend(days, now, half_years)]
    widths = [_BELIEFS[influence] if influence else _LEVEL_BELIEF for influence, _ in columns]
    return Design(
        rows=np.column_stack([column for _, column in columns]),
        beliefs=np.array(widths, np.float64) ** -2,
        belongs=tuple(influence for influence, _ in columns),
    )


def _weekdays(days: Sequence[date]) -> list[NDArray[np.float64]]:
    weekdays = np.array([day.weekday() for day in days])
    return [(weekdays == number).astype(np.float64) for number in range(_WEEKDAYS)]


def _season(days: Sequence[date]) -> list[NDArray[np.float64]]:
    turn = np.array([day.toordinal() for day in days]) * (2 * np.pi / _YEAR)
    return [wave(turn * times) for times in _WAVES for wave in (np.sin, np.cos)]


def _special(days: Sequence[date], special: Mapping[date, str]) -> list[NDArray[np.float64]]:
    kinds = [special.get(day, "") for day in days]
    return [np.array([kind == one for kind in kinds], np.float64) for one in sorted(set(special.values()))]


def _trend(days: Sequence[date], now: date, half_years: int) -> list[NDArray[np.float64]]:
    """A level that walks from half-year to half-year: each column is how much of one half-year lies after a day."""
    before = np.array([max(0, (now - day).days) for day in days]) / _HALF_YEAR
    return [-np.clip(before - start, 0, end - start) for start, end in pairwise(range(half_years + 1))]
