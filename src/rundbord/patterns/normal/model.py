"""The normal of every area and category: an improved Farrington algorithm on days (Noufaily et al. 2013).

Farrington et al. (1996, J. R. Statist. Soc. A 159:547–563) and Noufaily et al. (2013, Statistics in Medicine
32:1206–1222) regress past counts on trend and season with a quasi-Poisson model, give past outbreaks less weight by
their Anscombe residuals, leave the newest weeks out, and take the threshold from a negative binomial distribution.
Kept: all of that, with the weight 1/s² beyond s = 2.58, five years of history, and dispersion never below one.
Changed, because an area of a town has fewer events than a country has infections (decision 0015): days instead of
weeks, so that weekdays and holidays count; a prior on each effect, so that few events give no wild season; a level that
walks instead of a straight trend; the uncertainty of the fit in the variance of the prediction, as in 1996.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from rundbord.patterns.counts import Window
from rundbord.patterns.normal.design import Design, design
from rundbord.patterns.normal.fitting import Fit, Fitter
from rundbord.patterns.vocabulary import Influence

Numbers = NDArray[np.float64]

WEEK = 7
_WEEKS_OF_HALF_YEAR = 26
_WEEKS_OF_YEAR = 52
_PASSES = 2
# Noufaily et al. 2013: a standardised residual that an ordinary week exceeds one time in two hundred.
_STRIKING = 2.58
# A single event is no past outbreak, however rare: only weeks with as many as a signal takes may lose weight.
_FEWEST = 3
_LEAST_FREEDOM = 10.0


@dataclass(frozen=True, kw_only=True)
class Past:
    """Counts of all series on the same full weeks; `watched` is zero before a series began."""

    days: Sequence[date]
    counts: Numbers
    watched: Numbers

    @property
    def weeks(self) -> NDArray[np.int64]:
        """Count the full weeks that each series was watched."""
        return np.asarray(self.watched.sum(axis=1) // WEEK, np.int64)


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """Mean and variance of each series' count in one window."""

    mean: Numbers
    variance: Numbers


class NormalModel:
    """Learns from the past once, then predicts windows."""

    def __init__(self, past: Past, special: Mapping[date, str]) -> None:
        """Fit, weigh past outbreaks down, fit again."""
        self._past = past
        self._special = special
        self._half_years = max(1, round(len(past.days) / WEEK / _WEEKS_OF_HALF_YEAR))
        seen = self._design(past.days)
        fitter = Fitter(seen, past.counts, self._untold(seen))
        weights = past.watched
        fit = fitter.fit(weights)
        for _ in range(_PASSES):
            rates = fit.rates(seen)
            dispersion = self._dispersion(rates, weights, fit, WEEK)
            weights = past.watched * self._trust(rates, dispersion)
            fit = fitter.fit(weights / dispersion[:, None], fit.effects)
        self._fit, self._weights, self._rates = fit, weights, fit.rates(seen)

    def predict(self, days: Sequence[date]) -> Prediction:
        """Expect a window: the variance is that of the counts and that of the estimate."""
        ahead = self._design(days)
        rates = self._fit.rates(ahead)
        mean = rates.sum(axis=1)
        gradient = rates @ ahead.rows / mean[:, None]
        doubt = np.einsum("si,sij,sj->s", gradient, self._fit.covariance, gradient)
        dispersion = self._dispersion(self._rates, self._weights, self._fit, len(days))
        return Prediction(mean=mean, variance=mean * dispersion + mean**2 * doubt)

    def learned_from(self, series: int) -> Window:
        """Give the days that one series' normal stands on."""
        last = self._past.days[-1]
        return Window(first=last - timedelta(days=int(self._past.weeks[series]) * WEEK - 1), last=last)

    def influences(self, series: int) -> frozenset[Influence]:
        """Tell what one series' normal takes into account: no season from less than a year."""
        told = set(Influence)
        if self._past.weeks[series] < _WEEKS_OF_YEAR:
            told.discard(Influence.SEASON)
        if not self._special:
            told.discard(Influence.SPECIAL_DAYS)
        return frozenset(told)

    def _design(self, days: Sequence[date]) -> Design:
        return design(days, now=self._past.days[-1], special=self._special, half_years=self._half_years)

    def _untold(self, seen: Design) -> NDArray[np.bool_]:
        untold = np.zeros((len(self._past.counts), len(seen.belongs)), np.bool_)
        untold[:, seen.columns_of(Influence.SEASON)] = (self._past.weeks < _WEEKS_OF_YEAR)[:, None]
        return untold

    def _trust(self, rates: Numbers, dispersion: Numbers) -> Numbers:
        """Weigh each day by how ordinary its week was."""
        counted, expected = _by(WEEK, self._past.counts), np.maximum(_by(WEEK, rates), 1e-12)
        residual = (
            1.5 * (counted ** (2 / 3) - expected ** (2 / 3)) / (expected ** (1 / 6) * np.sqrt(dispersion)[:, None])
        )
        is_striking = (residual > _STRIKING) & (counted >= _FEWEST)
        trust = np.where(is_striking, np.maximum(residual, _STRIKING) ** -2.0, 1.0)
        return np.asarray(np.repeat(trust, WEEK, axis=1), np.float64)

    def _dispersion(self, rates: Numbers, weights: Numbers, fit: Fit, length: int) -> Numbers:
        """Pearson's estimate over windows of this length: how much more than Poisson the counts vary, never less."""
        expected = np.maximum(_by(length, rates), 1e-12)
        trust = _by(length, weights) / length
        spread = trust * (_by(length, self._past.counts) - expected) ** 2 / expected
        freedom = np.maximum(trust.sum(axis=1) - fit.effective_parameters, _LEAST_FREEDOM)
        return np.asarray(np.maximum(1.0, spread.sum(axis=1) / freedom), np.float64)


def _by(length: int, daily: Numbers) -> Numbers:
    """Sum days to windows that end with the last day."""
    windows = daily.shape[1] // length
    newest = daily[:, daily.shape[1] - windows * length :]
    return np.asarray(newest.reshape(len(daily), windows, length).sum(axis=2), np.float64)
