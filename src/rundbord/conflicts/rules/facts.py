"""What the facts of a conflict must say, and who may follow one that is not for all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rundbord.conflicts.rules import Objections

NARROW, POLICE, PARTIES = "authority", "police", "parties"
AUDIENCES = (PARTIES, POLICE, NARROW)


def objections_to_facts(*, areas: Sequence[object], started_on: date, today: date) -> Objections:
    """Say what is wrong with a conflict's facts."""
    objections: Objections = {}
    if not areas:
        objections["areas"] = ["Vælg mindst ét område, så konflikten kan ses på kortet og på områdets side."]
    if started_on > today:
        objections["started_on"] = ["Konflikten kan ikke begynde i fremtiden."]
    return objections


def objections_to_owner(*, audience: str, writer: UUID, owner: UUID, owner_is_police: bool) -> Objections:
    """Say why a unit cannot follow a conflict: its authority would not be able to read it."""
    reads = audience == PARTIES or owner == writer or (audience == POLICE and owner_is_police)
    if reads:
        return {}
    return {"owner": ["Enheden kan ikke læse konflikten med den læserkreds. Vælg en anden enhed eller flere læsere."]}


def objections_to_groups(labels: Sequence[str]) -> Objections:
    """Say what is wrong with the labels of the groups; two groups that sound the same cannot be told apart."""
    given = [label.strip().casefold() for label in labels if label.strip()]
    if len(set(given)) < len(given):
        return {"": ["To grupper har samme betegnelse. Giv dem hver sin."]}
    return {}
