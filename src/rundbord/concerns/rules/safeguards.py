"""What must be known before contact: honour conflict (barnets lov § 18, stk. 3), bans, the safety of staff."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rundbord.concerns.vocabulary import SafeguardAnswer, SafeguardKind
from rundbord.letters import letters_in
from rundbord.sharing.vocabulary import HonourScreening
from rundbord.vocabulary import Term, label_of

_ANSWERS: Mapping[SafeguardKind, type[Term]] = {
    SafeguardKind.HONOUR: HonourScreening,
    SafeguardKind.BAN: SafeguardAnswer,
    SafeguardKind.STAFF: SafeguardAnswer,
}
_MUST_BE_EXPLAINED = {HonourScreening.SIGNS, HonourScreening.SAFE, HonourScreening.DANGEROUS, SafeguardAnswer.YES}
# What stops or slows whoever would make contact.
_ALARMING = {HonourScreening.SIGNS, HonourScreening.DANGEROUS, SafeguardAnswer.YES}
_FEWEST_LETTERS = 10


def answers_to(kind: SafeguardKind) -> type[Term]:
    """Give the words in which a safeguard of a kind is answered."""
    return _ANSWERS[kind]


def is_alarming(state: str) -> bool:
    """Tell whether it must be looked at before contact."""
    return state in _ALARMING


def state_in_words(kind: str, state: str) -> str:
    """Say how a safeguard stands."""
    return label_of(answers_to(SafeguardKind(kind)), state)


def objections_to_safeguard(
    kind: SafeguardKind, state: str, *, note: str, valid_until: date | None, today: date
) -> dict[str, list[str]]:
    """Give every objection by field."""
    found: dict[str, list[str]] = {}
    if state not in set(answers_to(kind)):
        found["state"] = ["Vælg et svar."]
    if state in _MUST_BE_EXPLAINED and letters_in(note) < _FEWEST_LETTERS:
        found["note"] = ["Skriv, hvad det bygger på."]
    if valid_until is not None and valid_until < today:
        found["valid_until"] = ["Dagen er allerede gået."]
    return found
