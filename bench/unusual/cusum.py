"""A cumulative sum of counts above normal over the last 28 days, and its exact chance in a world without outbreaks.

Lucas (1985, Technometrics 27:129–144) sums what each day has above a reference value and begins anew at nothing. With
counts of small places the value differs from place to place (Rogerson & Yamada 2004, MMWR 53 Suppl:79–85) and from day
to day (Höhle & Paul 2008, Computational Statistics & Data Analysis 52:4357–4368). Its distribution is that of a Markov
chain (Brook & Evans 1972, Biometrika 59:539–549), which gives a p-value fit for a family of tests.
"""

import math

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]

# What the sum is tuned to: a rise of so many standard deviations of the whole stretch.
_SHIFT = 2.0
_FINE, _COARSE = 32, 4
_MANY = 2.0
# A lower sum, or one within a standard deviation, is no signal, so that its chance need not be reckoned.
_LEAST = 2.0


def cusum_tails(counts: Counts, means: Numbers, variance: Numbers) -> Numbers:
    """Give each series' chance of a sum this high; `means` are daily, `variance` is that of the whole stretch."""
    return np.array([_tail(*one) for one in zip(counts, means, variance, strict=True)])


def _tail(counts: Counts, means: Numbers, variance: float) -> float:
    total = float(means.sum())
    unit = _COARSE if means.max() > _MANY else _FINE
    references = _references(means, math.sqrt(variance) / total, unit)
    reached = 0
    for count, reference in zip(counts.tolist(), references, strict=True):
        reached = max(0, reached + count * unit - reference)
    if reached < unit * max(_LEAST, math.sqrt(variance)):
        return 1.0
    # Beyond this, what is left of the stretch cannot bring the sum below what was reached.
    most = reached + sum(references)
    chances = np.zeros(most + 1)
    chances[0] = 1.0
    for mean, reference in zip(means.tolist(), references, strict=True):
        chances = _next(chances, _masses(mean, max(variance / total, 1 + 1e-9), most // unit + 2), reference, unit)
    return float(np.clip(chances[reached:].sum(), 1e-300, 1.0))


def _references(means: Numbers, deviation: float, unit: int) -> list[int]:
    """Halfway in likelihood between normal and the rise."""
    rise = 1 + _SHIFT * deviation
    return [max(1, round(mean * (rise - 1) / math.log(rise) * unit)) for mean in means.tolist()]


def _masses(mean: float, spread: float, most: int) -> Numbers:
    """Give the chance of 0, 1, … events on a day: negative binomial."""
    shape, ratio = mean / (spread - 1), (spread - 1) / spread
    masses = [math.exp(shape * math.log1p(-ratio))]
    for number in range(most):
        masses.append(masses[-1] * (number + shape) / (number + 1) * ratio)
        if number > mean and masses[-1] < 1e-18:
            break
    return np.array(masses)


def _next(chances: Numbers, masses: Numbers, reference: int, unit: int) -> Numbers:
    after = np.zeros_like(chances)
    most = len(chances) - 1
    for number, mass in enumerate(masses.tolist()):
        shift = number * unit - reference
        if shift >= 0:
            after[min(shift, most) :] += mass * chances[: most + 1 - min(shift, most)]
            after[most] += mass * chances[most + 1 - min(shift, most) :].sum()
        else:
            after[: shift or None] += mass * chances[-shift:] if -shift <= most else 0.0
            after[0] += mass * chances[: min(-shift, most + 1)].sum()
    return after
