"""Quarters of the mapping: their days in Denmark, when they are open, and the weeks in which people are reminded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

# The local network meets monthly: five weeks hold two meetings before the end, two weeks one look back.
REMINDED_BEFORE, OPEN_AFTER = timedelta(days=35), timedelta(days=14)
_KEY = re.compile(r"(20\d\d)-([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    """Quarter — kvartal: three calendar months; `first_day` is its name in the database."""

    first_day: date

    @property
    def number(self) -> int:
        """Which of the year's four it is."""
        return (self.first_day.month + 2) // 3

    @property
    def key(self) -> str:
        """Its name in addresses: 2026-4."""
        return f"{self.first_day.year}-{self.number}"

    @property
    def label(self) -> str:
        """Its name in words: 4. kvartal 2026."""
        return f"{self.number}. kvartal {self.first_day.year}"

    @property
    def last_day(self) -> date:
        """Its last day, which counts."""
        return self.next.first_day - timedelta(days=1)

    @property
    def closes_on(self) -> date:
        """The last day on which anything can be stated of it; after that it is fixed."""
        return self.last_day + OPEN_AFTER

    @property
    def next(self) -> Quarter:
        """The quarter after it."""
        return self.moved(1)

    @property
    def previous(self) -> Quarter:
        """The quarter before it."""
        return self.moved(-1)

    def moved(self, quarters: int) -> Quarter:
        """Give the quarter so many later, or earlier where negative."""
        months = self.first_day.year * 12 + self.first_day.month - 1 + 3 * quarters
        return Quarter(date(months // 12, months % 12 + 1, 1))

    def has_begun(self, today: date) -> bool:
        """Tell whether there is anything to state yet."""
        return self.first_day <= today

    def is_open(self, today: date) -> bool:
        """Tell whether the sides can still state and change their view."""
        return self.first_day <= today <= self.closes_on

    def is_in_season(self, today: date) -> bool:
        """Tell whether it is time to bring the mapping to its end."""
        return self.last_day - REMINDED_BEFORE <= today <= self.closes_on


def quarter_on(day: date) -> Quarter:
    """Give the quarter in which a day lies."""
    return Quarter(date(day.year, 3 * ((day.month - 1) // 3) + 1, 1))


def quarter_of_key(key: str) -> Quarter | None:
    """Read a name from an address; None for what is none."""
    found = _KEY.fullmatch(key)
    return Quarter(date(int(found[1]), 3 * int(found[2]) - 2, 1)) if found else None


def quarter_in_season(today: date) -> Quarter | None:
    """Give the quarter that is being brought to its end, if any: the one just over comes before the running one."""
    running = quarter_on(today)
    return next((each for each in (running.previous, running) if each.is_in_season(today)), None)


def reminded_since(quarter: Quarter, today: date) -> date:
    """Give the day from which one reminder is due: the season has two, its beginning and the quarter's last day."""
    return quarter.last_day if today >= quarter.last_day else quarter.last_day - REMINDED_BEFORE


def objections_to_quarter(quarter: Quarter, *, today: date) -> list[str]:
    """Give every reason why nothing can be stated of a quarter."""
    if not quarter.has_begun(today):
        return ["Kvartalet er ikke begyndt."]
    closed = f"{quarter.label} er afsluttet. Skriv det, der er nyt, i det kvartal, der løber."
    return [] if quarter.is_open(today) else [closed]
