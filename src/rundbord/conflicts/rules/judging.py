"""Judgements of persons: tension with its reason, and how good a source is, in plain words."""

from __future__ import annotations

from rundbord.conflicts.rules import Objections
from rundbord.conflicts.rules.words import objections_to_words
from rundbord.conflicts.vocabulary import Credibility, Reliability, Tension

# The gravest first in lists that rise.
URGENCY = {Tension.ACUTE: 0, Tension.HIGH: 1, Tension.RAISED: 2, Tension.LOW: 3}


def objections_to_tension(*, reason: str, last_reason: str) -> Objections:
    """Say why a judgement of the tension does not stand: a person must tell why, and tell it now."""
    unsaid = objections_to_words(
        reason, sentence="Skriv, hvad der ligger til grund for vurderingen, så de andre kan følge den."
    )
    if unsaid:
        return {"reason": unsaid}
    if reason.strip().casefold() == last_reason.strip().casefold():
        return {"reason": ["Det er ordret den forrige begrundelse. Skriv, hvad der gælder nu."]}
    return {}


def is_change(before: str, after: str) -> bool:
    """Tell whether a judgement breaks the quiet: the same level said again does not."""
    return before != after


def grade_in_words(reliability: str, credibility: str) -> str:
    """Write a source grade in words with its code: »Som regel pålidelig kilde, sandsynligvis rigtigt (B2)«."""
    source, told = Reliability(reliability), Credibility(credibility)
    code = f"{source.value.upper()}{told.value}"
    if (source, told) == (Reliability.F, Credibility.UNKNOWN):
        return f"Hverken kilde eller oplysning kan bedømmes ({code})"
    left = "Kilden kan ikke bedømmes" if source is Reliability.F else f"{source.label} kilde"
    right = "oplysningen kan ikke bedømmes" if told is Credibility.UNKNOWN else _lowered(told.label)
    return f"{left}, {right} ({code})"


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]
