"""Who may read a conflict: narrower or wider than before, and what stands in the way."""

from __future__ import annotations

from rundbord.conflicts.rules import Objections
from rundbord.conflicts.rules.facts import AUDIENCES
from rundbord.conflicts.rules.words import objections_to_words

_NO_REASON = "Skriv, hvorfor andre skal læse konflikten, eller hvorfor færre skal."


def is_widening(before: str, after: str) -> bool:
    """Tell whether somebody who could not read the conflict now can."""
    return AUDIENCES.index(after) < AUDIENCES.index(before)


def objections_to_readers(*, before: str, after: str, reason: str, is_closed_to_owner: bool) -> Objections:
    """Say what is wrong with other readers; the unit that follows the conflict must still be one of them."""
    objections: Objections = {}
    if after == before:
        objections["audience"] = ["Konflikten læses allerede af dem. Vælg en anden læserkreds."]
    elif is_closed_to_owner:
        objections["audience"] = [
            "Enheden, der følger konflikten, kunne så ikke læse den. Ret først, hvem der følger den."
        ]
    if unsaid := objections_to_words(reason, sentence=_NO_REASON):
        objections["reason"] = unsaid
    return objections


def is_of_one_authority(*, audience: str, owner_is_police: bool) -> bool:
    """Tell whether the authority that owns a conflict alone reads it; beside the police there is no other police."""
    return audience == "authority" or (audience == "police" and owner_is_police)
