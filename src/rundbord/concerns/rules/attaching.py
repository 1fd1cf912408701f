"""What may be attached to a file: described as a fact is, and not without end."""

from __future__ import annotations

from datetime import date

from rundbord.concerns.rules.facts import NewFact, objections_to_fact
from rundbord.sharing.vocabulary import Capacity

MOST_FILES = 30
_FULL = f"Der er allerede {MOST_FILES} bilag i sagen. Slet et, der ikke er brug for mere."
_UNNAMED = "Skriv kort, hvad bilaget viser."


def objections_to_attaching(
    described: NewFact, *, capacity: Capacity, has_protected_address: bool, attached: int, today: date
) -> dict[str, list[str]]:
    """Give every objection by field; `attached` counts what the file has."""
    found = objections_to_fact(described, capacity=capacity, has_protected_address=has_protected_address, today=today)
    if found.pop("words", None):
        found["title"] = [_UNNAMED]
    if attached >= MOST_FILES:
        found["file"] = [_FULL]
    return found
