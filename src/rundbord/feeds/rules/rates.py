"""Rates per 1,000 inhabitants, by quarter or by whole year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_QUARTERS = ("K1", "K2", "K3", "K4")


@dataclass(frozen=True, kw_only=True)
class Rated:
    """A count in a period, and what it is per 1,000 inhabitants; either may be unknown."""

    period: str
    count: int | None
    rate: float | None


def by_quarter(counts: Mapping[str, int], inhabitants: Mapping[str, int]) -> list[Rated]:
    """Rate each quarter by those who lived there on its first day."""
    return [_rated(period, counts[period], inhabitants.get(period)) for period in sorted(counts)]


def by_year(counts: Mapping[str, int], inhabitants: Mapping[str, int]) -> list[Rated]:
    """Rate whole years by those who lived there on 1 January; a year with a quarter missing is left out."""
    years = sorted({period[:4] for period in counts})
    whole = [year for year in years if all(f"{year}{quarter}" in counts for quarter in _QUARTERS)]
    return [
        _rated(year, sum(counts[f"{year}{quarter}"] for quarter in _QUARTERS), inhabitants.get(f"{year}K1"))
        for year in whole
    ]


def period_in_words(period: str) -> str:
    """Write a period as people say it."""
    return f"{period[5]}. kvartal {period[:4]}" if "K" in period else period


def _rated(period: str, count: int, inhabitants: int | None) -> Rated:
    rate = count * 1000 / inhabitants if inhabitants else None
    return Rated(period=period, count=count, rate=rate)
