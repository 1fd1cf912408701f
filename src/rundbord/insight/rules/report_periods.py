"""Which half-year or year a report is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rundbord.insight.vocabulary import ReportKind

_JULY = 7


@dataclass(frozen=True, kw_only=True)
class ReportPeriod:
    """A half-year or a year; both days count."""

    kind: ReportKind
    first: date
    last: date

    @property
    def key(self) -> str:
        """Name it in a form."""
        return f"{self.kind.value}-{self.first.isoformat()}"

    @property
    def label(self) -> str:
        """Name it in Danish."""
        if self.kind is ReportKind.YEAR:
            return f"Hele {self.first.year}"
        return f"{1 if self.first.month < _JULY else 2}. halvår {self.first.year}"


def half_year(year: int, half: int) -> ReportPeriod:
    """Give one half of a year."""
    first, last = (date(year, 1, 1), date(year, 6, 30)) if half == 1 else (date(year, 7, 1), date(year, 12, 31))
    return ReportPeriod(kind=ReportKind.HALF, first=first, last=last)


def whole_year(year: int) -> ReportPeriod:
    """Give a year."""
    return ReportPeriod(kind=ReportKind.YEAR, first=date(year, 1, 1), last=date(year, 12, 31))


def periods_to_report(today: date) -> list[ReportPeriod]:
    """Offer the running half-year and year, and those of the last two years, newest first."""
    offered = [each for year in (today.year, today.year - 1, today.year - 2) for each in _of_year(year)]
    return [each for each in offered if each.first <= today]


def _of_year(year: int) -> list[ReportPeriod]:
    return [whole_year(year), half_year(year, 2), half_year(year, 1)]
