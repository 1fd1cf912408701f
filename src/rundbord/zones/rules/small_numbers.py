"""Small numbers of bans: four in one area and month point at those four."""

from __future__ import annotations

from datetime import date

# Law and practice A.13: what parties see of an area are counts of five and more.
FEWEST_TOLD = 5
MOST_COUNTED = 999


def told_number(count: int) -> int | None:
    """Give the number that others than the police may read; None stands for "one to four"."""
    return None if 0 < count < FEWEST_TOLD else count


def number_in_words(number: int | None) -> str:
    """Write a number that may be hidden."""
    return f"færre end {FEWEST_TOLD}" if number is None else str(number)


def months_until(today: date, *, count: int) -> list[date]:
    """List the first days of the last months, the running one first."""
    running = today.year * 12 + today.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(running, running - count, -1)]


def objections_to_month(month: date, *, today: date) -> list[str]:
    """Give every reason why nothing can be counted in a month."""
    return ["Måneden er ikke begyndt."] if month.replace(day=1) > today else []
