"""Two published methods, written from their papers: EARS C2, and the algorithm of Farrington et al. of 1996."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]

EARS_THRESHOLD = 3.0
FARRINGTON_THRESHOLD = 1.0
# An empty week has no standard deviation. With this one, any event after it is an alarm, as with none.
_LEAST_DEVIATION = 0.2
_YEARS, _HALF_WINDOW, _WEEK = 5, 3, 7
_Z = 2.5758293035489004
_TELLING = 1.96
_LIMIT = (5, 28)


def ears_c2(counts: Counts, day: int) -> Numbers:
    """Day against the seven days that ended three days before it (Hutwagner et al. 2003; Fricker et al. 2008)."""
    baseline = counts[:, day - 9 : day - 2]
    deviation = np.maximum(baseline.std(axis=1, ddof=1), _LEAST_DEVIATION)
    return np.asarray((counts[:, day] - baseline.mean(axis=1)) / deviation, np.float64)


def farrington(counts: Counts, day: int) -> Numbers:
    """Seven days against the same weeks, three before to three after, of five years.

    Farrington et al. 1996, J. R. Statist. Soc. A 159:547–563: quasi-Poisson with a trend where it tells, past outbreaks
    down-weighted, upper bound by the 2/3 power at z = 2.58, and no alarm with fewer than five events in four weeks.
    """
    back = np.array(
        [-364 * year + _WEEK * week for year in range(1, _YEARS + 1) for week in range(-_HALF_WINDOW, _HALF_WINDOW + 1)]
    )
    past = np.stack([_week(counts, day + one) for one in back], axis=1).astype(np.float64)
    when = back / 364
    mean, variance, dispersion, tells = _predicted(past, when, True)
    plain = _predicted(past, when, False)
    keeps = tells & (mean <= past.max(axis=1))
    mean, variance, dispersion = (
        np.where(keeps, one, other) for one, other in zip((mean, variance, dispersion), plain[:3], strict=True)
    )
    tau = dispersion + variance / mean
    bound = (mean ** (2 / 3) + _Z * np.sqrt(4 / 9 * mean ** (1 / 3) * tau)) ** 1.5
    score = (_week(counts, day) - mean) / np.maximum(bound - mean, 1e-9)
    recent = counts[:, day - _LIMIT[1] + 1 : day + 1].sum(axis=1)
    return np.where(recent >= _LIMIT[0], score, 0.0)


def _week(counts: Counts, day: int) -> Counts:
    return np.asarray(counts[:, day - _WEEK + 1 : day + 1].sum(axis=1), np.int64)


def _predicted(past: Numbers, when: Numbers, has_trend: bool) -> tuple[Numbers, Numbers, Numbers, NDArray[np.bool_]]:
    rows = np.column_stack([np.ones_like(when), when if has_trend else np.zeros_like(when)])
    weights = np.ones_like(past)
    for _ in range(2):
        effects, covariance, fitted = _fit(past, rows, weights)
        freedom = past.shape[1] - 1 - has_trend
        dispersion = np.maximum(1.0, (weights * (past - fitted) ** 2 / fitted).sum(axis=1) / freedom)
        leverage = weights * fitted * np.einsum("wi,sij,wj->sw", rows, covariance, rows)
        residual = 1.5 * (past ** (2 / 3) - fitted ** (2 / 3)) / fitted ** (1 / 6)
        residual = residual / np.sqrt(dispersion[:, None] * np.maximum(1 - leverage, 1e-6))
        weights = np.where(residual > 1, np.maximum(residual, 1) ** -2.0, 1.0)
        weights *= past.shape[1] / weights.sum(axis=1, keepdims=True)
    effects, covariance, fitted = _fit(past, rows, weights)
    freedom = past.shape[1] - 1 - has_trend
    dispersion = np.maximum(1.0, (weights * (past - fitted) ** 2 / fitted).sum(axis=1) / freedom)
    mean = np.exp(effects[:, 0])
    variance = mean**2 * dispersion * covariance[:, 0, 0]
    tells = np.abs(effects[:, 1]) > _TELLING * np.sqrt(dispersion * covariance[:, 1, 1])
    return mean, variance, dispersion, tells


def _fit(past: Numbers, rows: Numbers, weights: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    effects = np.zeros((len(past), 2))
    # A tenth of an event keeps the logarithm of a place without any from running away.
    effects[:, 0] = np.log(past.mean(axis=1) + 0.1 / past.shape[1])
    hold = np.eye(2) * 1e-6
    for _ in range(25):
        fitted = np.exp(np.clip(effects @ rows.T, -12, 12))
        information = np.einsum("sw,wi,wj->sij", weights * fitted, rows, rows) + hold
        step = np.linalg.solve(information, ((weights * (past - fitted)) @ rows)[:, :, None])[:, :, 0]
        effects = effects + np.clip(step, -1, 1)
    fitted = np.exp(np.clip(effects @ rows.T, -12, 12))
    information = np.einsum("sw,wi,wj->sij", weights * fitted, rows, rows) + hold
    return effects, np.linalg.inv(information), fitted
