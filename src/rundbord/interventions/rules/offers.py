"""What speaks against an offer as it is written."""

from __future__ import annotations

_YOUNGEST, _OLDEST = 6, 30


def objections_to_offer(*, from_age: int, to_age: int, places: int, free: int) -> dict[str, list[str]]:
    """Give every objection by field."""
    found: dict[str, list[str]] = {}
    if not _YOUNGEST <= from_age <= _OLDEST:
        found["from_age"] = [f"Skriv en alder mellem {_YOUNGEST} og {_OLDEST}."]
    if not from_age <= to_age <= _OLDEST:
        found["to_age"] = ["Skriv en alder, der ikke er lavere end den første, og højst 30."]
    if free > places:
        found["free"] = ["Der kan ikke være flere ledige pladser, end der er pladser."]
    return found
