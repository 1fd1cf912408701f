"""Fits the rate of every area and category at once: Poisson regression with a prior on each effect."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rundbord.patterns.normal.design import Design

Numbers = NDArray[np.float64]

_ROUNDS = 40
_CLOSE_ENOUGH = 1e-6
_LONGEST_STEP = 2.0
# Jeffreys' prior for a rate, Gamma(1/2, 0): half an event more than were seen. A place where nothing ever happened then
# has a small rate and not none, and by itself the level has exactly the negative binomial prediction of `algo.bayes`
# (Höhle 2007, Computational Statistics 22:571–582).
_HALF_AN_EVENT = 0.5


@dataclass(frozen=True, kw_only=True)
class Fit:
    """Effects of each series, and how surely they are known."""

    effects: Numbers
    """Series × columns."""
    covariance: Numbers
    """Series × columns × columns."""
    information: Numbers
    """What the data alone say: series × columns × columns."""

    def rates(self, design: Design) -> Numbers:
        """Give the expected count of each series (rows) on each day of a design (columns)."""
        return _rates(self.effects, design.rows)

    @property
    def effective_parameters(self) -> Numbers:
        """Count the parameters that the data, and not the prior, decide."""
        return np.asarray(np.einsum("sij,sji->s", self.covariance, self.information), np.float64)


class Fitter:
    """Keeps what is common to all fits on one design, so that each round is one multiplication of matrices."""

    def __init__(self, design: Design, counts: Numbers, ignored: NDArray[np.bool_]) -> None:
        """Take counts as series × days, and series × columns of effects that a short history cannot tell."""
        self._rows = design.rows
        self._counts = counts
        self._beliefs = np.where(ignored, 1e12, design.beliefs)
        width = design.rows.shape[1]
        self._upper = np.triu_indices(width)
        self._products = design.rows[:, self._upper[0]] * design.rows[:, self._upper[1]]

    def fit(self, weights: Numbers, start: Numbers | None = None) -> Fit:
        """Find the most probable effects by Newton's method; weights say how much each day counts."""
        effects = self._level_alone(weights) if start is None else start
        for _ in range(_ROUNDS):
            rates, information = self._state(effects, weights)
            slope = (weights * (self._counts - rates)) @ self._rows - self._beliefs * effects
            slope[:, 0] += _HALF_AN_EVENT
            step = np.linalg.solve(self._precision(information), slope[:, :, None])[:, :, 0]
            effects = effects + np.clip(step, -_LONGEST_STEP, _LONGEST_STEP)
            if np.abs(step).max(initial=0.0) < _CLOSE_ENOUGH:
                break
        _, information = self._state(effects, weights)
        covariance = np.asarray(np.linalg.inv(self._precision(information)), np.float64)
        return Fit(effects=effects, covariance=covariance, information=information)

    def _level_alone(self, weights: Numbers) -> Numbers:
        effects = np.zeros((len(self._counts), self._rows.shape[1]))
        watched = np.maximum(weights.sum(axis=1), 1e-9)
        effects[:, 0] = np.log(((weights * self._counts).sum(axis=1) + _HALF_AN_EVENT) / watched)
        return effects

    def _state(self, effects: Numbers, weights: Numbers) -> tuple[Numbers, Numbers]:
        rates = _rates(effects, self._rows)
        width = self._rows.shape[1]
        information = np.empty((len(effects), width, width))
        flat = (weights * rates) @ self._products
        information[:, self._upper[0], self._upper[1]] = flat
        information[:, self._upper[1], self._upper[0]] = flat
        return rates, information

    def _precision(self, information: Numbers) -> Numbers:
        return information + self._beliefs[:, :, None] * np.eye(self._rows.shape[1])


def _rates(effects: Numbers, rows: Numbers) -> Numbers:
    # Far beyond any count: keeps a first step that goes too far from overflowing.
    return np.exp(np.minimum(effects @ rows.T, 30.0))
