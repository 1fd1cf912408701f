"""What a request must hold before anybody looks for anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rundbord.letters import letters_in
from rundbord.rights.vocabulary import Asker, MandateCheck, RightKind

_FEWEST_LETTERS = 10


@dataclass(frozen=True, kw_only=True)
class Registered:
    """What is judged of a request: no name, no number."""

    kind: RightKind
    asker: Asker
    mandate: MandateCheck | None
    has_asker_name: bool
    words: str
    received_on: date
    today: date


def objections_to_registering(request: Registered) -> dict[str, list[str]]:
    """Give every reason against it, by field."""
    speaks_for_another = request.asker is not Asker.SELF
    wants_words = not request.kind.hands_out and letters_in(request.words) < _FEWEST_LETTERS
    found = {
        "asker_name": (speaks_for_another and not request.has_asker_name, "Skriv, hvem der spørger."),
        "mandate_check": (
            speaks_for_another and request.mandate is None,
            "Vælg, hvordan retten til at spørge er kontrolleret.",
        ),
        "words": (wants_words, "Skriv, hvad personen beder om."),
        "received_on": (request.received_on > request.today, "Dagen ligger i fremtiden."),
    }
    return {field: [sentence] for field, (applies, sentence) in found.items() if applies}
