"""Words that must be there, and letters that must be enough."""

from __future__ import annotations

from datetime import date

from rundbord.letters import letters_in

FEWEST_LETTERS = 10


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
