"""What a view must hold to be stated: signs that fit the level, sources, and a reason in the side's own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rundbord.letters import letters_in
from rundbord.streetwork.vocabulary import ActivityLevel, KnownFrom, Sign

Objections = dict[str, list[str]]
_FEWEST_LETTERS = 10


def objections_to_view(
    level: ActivityLevel, *, signs: Sequence[Sign], sources: Sequence[KnownFrom], reason: str, said: Collection[str]
) -> Objections:
    """Every reason why a view does not stand; `said` are the reasons that both sides have given before."""
    found = {
        "signs": _objections_to_signs(level, signs),
        "sources": [] if sources else ["Vælg, hvor I ved det fra."],
        "reason": objections_to_reason(reason, said=said),
    }
    return {field: sentences for field, sentences in found.items() if sentences}


def objections_to_reason(reason: str, *, said: Collection[str]) -> list[str]:
    """Object to words that tell nothing, and to those that stand already."""
    if letters_in(reason) < _FEWEST_LETTERS:
        return ["Skriv, hvad vurderingen bygger på, så den anden side kan følge den."]
    if _plain(reason) in {_plain(each) for each in said}:
        return ["Det er ordret en begrundelse, der allerede står. Skriv jeres egen, og hvad der gælder nu."]
    return []


def objections_to_sentence(text: str) -> list[str]:
    """Object to an agreed sentence that tells nothing."""
    letters = letters_in(text)
    return [] if letters >= _FEWEST_LETTERS else ["Skriv en hel sætning om, hvad I er enige om."]


def _objections_to_signs(level: ActivityLevel, signs: Sequence[Sign]) -> list[str]:
    if level is ActivityLevel.NONE:
        return ["Ved »Ingen tegn« er der ingen tegn at vælge. Vælg et højere trin, eller fjern dem."] if signs else []
    return [] if signs else ["Vælg de tegn, I har set."]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
