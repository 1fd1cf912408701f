"""Words that must be there, and letters that must be enough."""

from __future__ import annotations

from datetime import date

FEWEST_LETTERS = 10


def letters_in(text: str) -> int:
    """Count letters; spaces and signs give no reason."""
    return sum(1 for sign in text if sign.isalpha())


def objections_to_reason(reason: str, *, fewest: int = FEWEST_LETTERS, field: str = "reason") -> dict[str, list[str]]:
    """Refuse a reason that says nothing."""
    if letters_in(reason) >= fewest:
        return {}
    return {field: [f"Skriv en begrundelse på mindst {fewest} bogstaver."]}


def objections_to_day(day: date | None, *, today: date, field: str) -> dict[str, list[str]]:
    """Refuse a day that has not come."""
    if day is not None and day > today:
        return {field: ["Dagen ligger i fremtiden."]}
    return {}
