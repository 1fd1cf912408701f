"""Somebody moves to another municipality: what must be settled before the file is left (barnets lov § 132)."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.concerns.rules.words import objections_to_reason
from rundbord.letters import letters_in

_FEWEST_LETTERS = 20
NOT_A_MUNICIPALITY = "Kun en kommune overdrager til en anden kommune, når en ung flytter (barnets lov § 132)."
ONLY_LEAD = "Kun den ansvarlige flytter sagen. Få den overdraget først."
NOTHING_OPEN = "Sagen har ingen åben bekymring. Er der noget, den nye kommune skal have, så giv det videre."
OWN_MUNICIPALITY = "Vælg en anden kommune. I jeres egen overdrager du sagen til en kollega."


@dataclass(frozen=True, kw_only=True)
class Moving:
    """What somebody would leave the file with; `running` counts interventions that have not ended."""

    is_municipality: bool
    is_lead: bool
    goes_elsewhere: bool
    open_concerns: int
    running: int
    note: str
    unfinished: str
    answer: str
    is_reported: bool


def objections_to_moving(moving: Moving) -> dict[str, list[str]]:
    """Give every reason why the file cannot be left like this, by field."""
    whole = {
        NOT_A_MUNICIPALITY: not moving.is_municipality,
        ONLY_LEAD: not moving.is_lead,
        NOTHING_OPEN: not moving.open_concerns,
    }
    found = {
        "": [sentence for sentence, applies in whole.items() if applies],
        "to": [] if moving.goes_elsewhere else [OWN_MUNICIPALITY],
        **_words(moving),
    }
    return {field: sentences for field, sentences in found.items() if sentences}


def _words(moving: Moving) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if letters_in(moving.note) < _FEWEST_LETTERS:
        found["note"] = ["Skriv kort, hvad der er gjort, og hvad den unge og familien selv siger."]
    if moving.is_reported and not moving.answer.strip():
        found["answer"] = ["Skriv et svar til den, der indberettede, uden navne."]
    if moving.running:
        found |= objections_to_reason(moving.unfinished, field="unfinished")
    return found
