"""Invented daily counts of places of several sizes: weekday, season, holidays, trend, spells, spread beyond chance.

The world is not drawn from the model that judges it: its level wanders from week to week, holidays and New Year differ
from place to place, and the past holds outbreaks that nobody marked.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from rundbord.patterns import special_days
from rundbord.patterns.danish_days import NEW_YEAR

Counts = NDArray[np.int64]
Generator = np.random.Generator

FIRST = date(2020, 1, 1)
# Events a week, and how many series of area and category have that many.
SIZES = {0.2: 14, 1.0: 16, 4.0: 16, 12.0: 10, 40.0: 4}
_WANDERS = 0.8
_OUTBREAKS_A_YEAR = 0.5


@dataclass(frozen=True, kw_only=True)
class World:
    """Counts as series × days from FIRST, and what each series has in an ordinary week."""

    counts: Counts
    weekly: NDArray[np.float64]
    spread: NDArray[np.float64]
    special: dict[date, str]


@dataclass(frozen=True, kw_only=True)
class Outbreak:
    """How many events come on top: so many standard deviations of an ordinary week, at least three, over some days."""

    size: float
    days: int

    def drawn(self, world: World, rng: Generator) -> Counts:
        """Draw what one outbreak in each series adds to each of its days; every one brings at least an event."""
        mean = np.maximum(3.0, self.size * np.sqrt(world.spread * world.weekly))
        total = np.maximum(1, rng.poisson(mean))
        return np.array([rng.multinomial(one, np.full(self.days, 1 / self.days)) for one in total])


def world(days: int, rng: Generator) -> World:
    """Draw a world of some days."""
    weekly = np.repeat(list(SIZES), list(SIZES.values()))
    special = special_days(FIRST, FIRST + timedelta(days=days))
    rate = weekly[:, None] / 7 * np.exp(_log_shape(len(weekly), days, special, rng))
    spread = rng.uniform(1.0, 1.6, len(weekly))
    counts = _counts(rate, spread[:, None], rng)
    drawn = World(counts=counts, weekly=weekly, spread=spread, special=special)
    _add_past_outbreaks(drawn, rng)
    return drawn


def _log_shape(series: int, days: int, special: dict[date, str], rng: Generator) -> NDArray[np.float64]:
    number = np.arange(days)
    weekday = rng.normal(0, 0.2, (series, 7))[:, number % 7]
    turn = 2 * np.pi * number / 365.2425 + rng.uniform(0, 2 * np.pi, (series, 1))
    season = rng.uniform(0, 0.5, (series, 1)) * np.cos(turn)
    trend = rng.uniform(-0.1, 0.1, (series, 1)) * number / 365.2425
    kinds = [special.get(FIRST + timedelta(days=int(one)), "") for one in number]
    is_new_year, is_other = (np.array([test(kind) for kind in kinds]) for test in (_is_new_year, _is_other))
    days_apart = rng.uniform(-0.5, 0.3, (series, 1)) * is_other + rng.uniform(0, 1.4, (series, 1)) * is_new_year
    return weekday + season + trend + days_apart + _spells(series, days, rng)


def _is_new_year(kind: str) -> bool:
    return kind == NEW_YEAR


def _is_other(kind: str) -> bool:
    return kind not in {"", NEW_YEAR}


def _spells(series: int, days: int, rng: Generator) -> NDArray[np.float64]:
    """Let the level wander around its mean, from week to week."""
    weeks = days // 7 + 1
    size = rng.uniform(0, 0.25, series)
    level = np.zeros((series, weeks))
    for week in range(1, weeks):
        level[:, week] = _WANDERS * level[:, week - 1] + rng.normal(0, size * np.sqrt(1 - _WANDERS**2))
    return np.repeat(level, 7, axis=1)[:, :days]


def _counts(rate: NDArray[np.float64], spread: NDArray[np.float64], rng: Generator) -> Counts:
    excess = np.maximum(spread - 1, 1e-6)
    return rng.poisson(rng.gamma(rate / excess, excess))


def _add_past_outbreaks(drawn: World, rng: Generator) -> None:
    series, days = drawn.counts.shape
    quiet = days - 400
    for _ in range(rng.poisson(_OUTBREAKS_A_YEAR * series * quiet / 365)):
        outbreak = Outbreak(size=float(rng.uniform(2, 8)), days=int(rng.integers(3, 22)))
        one, start = int(rng.integers(series)), int(rng.integers(quiet))
        drawn.counts[one, start : start + outbreak.days] += outbreak.drawn(drawn, rng)[one]
