"""Clearances: for whom, why and how long somebody outside the police may know who the groups are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from rundbord.conflicts.rules import Objections
from rundbord.conflicts.rules.words import objections_to_words
from rundbord.vocabulary import Term

HOLDS_FOR_DAYS = (7, 14, 30, 90)
USUAL_DAYS = 14


class ClearanceState(Term):
    """Clearance state — tilstand: whether a clearance counts now."""

    IN_FORCE = "in_force", "Gælder"
    EXPIRED = "expired", "Udløbet"
    WITHDRAWN = "withdrawn", "Trukket tilbage"


def clearance_state(*, expires_at: datetime, withdrawn_at: datetime | None, now: datetime) -> ClearanceState:
    """Judge a clearance as the row policy does."""
    if withdrawn_at is not None:
        return ClearanceState.WITHDRAWN
    return ClearanceState.IN_FORCE if now < expires_at else ClearanceState.EXPIRED


def clearance_end(at: datetime, *, days: int) -> datetime:
    """Give the moment at which a clearance ends; no longer than 90 days."""
    return at.astimezone(UTC) + timedelta(days=min(days, max(HOLDS_FOR_DAYS)))


def objections_to_clearance(*, reason: str, already: bool) -> Objections:
    """Say why a clearance cannot be given."""
    objections: Objections = {}
    if unsaid := objections_to_words(reason, sentence="Skriv, hvorfor det er nødvendigt for den forebyggende indsats."):
        objections["reason"] = unsaid
    if already:
        objections[""] = ["Modtageren har allerede adgang. Træk den tilbage først, hvis den skal gælde på ny."]
    return objections


def objections_to_identity(name: str, *, read_by_all: Iterable[str]) -> Objections:
    """Say why a name cannot be given: it already stands where all parties read it."""
    wanted = name.strip().casefold()
    if wanted and any(wanted in text.casefold() for text in read_by_all):
        return {
            "name": [
                "Navnet står allerede i titlen, i en gruppes betegnelse eller i kommunikationslinjen, som alle læser."
                " Ret det først."
            ]
        }
    return {}
