"""False discovery rate over many tests of one day (Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57:289–300)."""

from __future__ import annotations

from collections.abc import Sequence


def q_values(ps: Sequence[float]) -> list[float]:
    """Give each test the smallest false discovery rate at which it would be called a discovery.

    Holds under the positive dependence of overlapping windows (Benjamini & Yekutieli 2001). The p-values of counts
    are too large rather than too small, so the true rate lies below.
    """
    order = sorted(range(len(ps)), key=ps.__getitem__, reverse=True)
    qs = [1.0] * len(ps)
    smallest = 1.0
    for number, index in enumerate(order):
        smallest = min(smallest, ps[index] * (len(ps) / (len(ps) - number)))
        qs[index] = smallest
    return qs
