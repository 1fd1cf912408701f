"""Tails and quantiles of counts that vary more than chance alone (negative binomial by mean and variance)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]

# Variance above the mean is never quite zero, since a mean is never known exactly; this keeps the shape finite.
_LEAST_EXCESS = 1e-9
_NEGLIGIBLE = 1e-17
_MOST = 1_000_000
"""No search for a quantile is longer than this, whatever the distribution."""
# So many standard deviations below the mean nothing is left to sum.
_FAR = 9.0


def upper_tail(counts: Counts, mean: Numbers, variance: Numbers) -> Numbers:
    """Give the chance of this many or more. Sums the side that is small, so that rare chances keep their digits."""
    shape, ratio = _parameters(mean, variance)
    above = counts > mean
    tail = np.ones_like(mean)
    tail[above] = _sum_upward(counts[above], shape[above], ratio[above])
    tail[~above] = 1 - _sum_below(counts[~above], shape[~above], ratio[~above])
    return np.clip(tail, 0.0, 1.0)


def quantile(share: float, mean: Numbers, variance: Numbers) -> Counts:
    """Give the smallest count that at least this share of windows stays at or below."""
    shape, ratio = _parameters(mean, variance)
    number = np.maximum(0, np.floor(mean - _FAR * np.sqrt(variance))).astype(np.int64)
    term = _mass(number, shape, ratio)
    total = term.copy()
    for _ in range(_MOST):
        # A term that vanished beyond the mean can lift the sum no more: what is missing is rounding.
        short = (total < share) & ((term > 0) | (number < mean))
        if not short.any():
            break
        term = np.where(short, term * (number + shape) / (number + 1) * ratio, term)
        number = number + short
        total = np.where(short, total + term, total)
    return number


def _parameters(mean: Numbers, variance: Numbers) -> tuple[Numbers, Numbers]:
    excess = np.maximum(variance - mean, _LEAST_EXCESS * mean * (1 + mean))
    return mean * mean / excess, excess / (mean + excess)


def _sum_below(counts: Counts, shape: Numbers, ratio: Numbers) -> Numbers:
    """Sum from counts - 1 down to 0."""
    number = counts - 1
    term = np.where(number >= 0, _mass(np.maximum(number, 0), shape, ratio), 0.0)
    total = np.zeros_like(term)
    while (term > _NEGLIGIBLE * total).any():
        total += term
        # At zero nothing is left below; the one in its stead keeps the division whole.
        step = np.maximum(number, 1)
        term = np.where(number > 0, term * step / ((step - 1 + shape) * ratio), 0.0)
        number = number - 1
    return total


def _sum_upward(counts: Counts, shape: Numbers, ratio: Numbers) -> Numbers:
    number, term = counts, _mass(counts, shape, ratio)
    total = np.zeros_like(term)
    while (term > _NEGLIGIBLE * total).any():
        total += term
        term = term * (number + shape) / (number + 1) * ratio
        number = number + 1
    return total


def _mass(counts: Counts, shape: Numbers, ratio: Numbers) -> Numbers:
    logs = [_log_mass(*one) for one in zip(counts.tolist(), shape.tolist(), ratio.tolist(), strict=True)]
    return np.exp(np.array(logs, np.float64))


def _log_mass(count: int, shape: float, ratio: float) -> float:
    # lgamma(count + shape) - lgamma(shape) loses all digits when the shape is large: then it is a sum of logarithms.
    if shape > 1e6:
        rising = math.fsum(math.log(shape + number) for number in range(count))
    else:
        rising = math.lgamma(count + shape) - math.lgamma(shape)
    return rising - math.lgamma(count + 1) + count * math.log(ratio) + shape * math.log1p(-ratio)
