"""Whether a text is a public press report, or an internal one that names people and must not be taken in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rundbord.reading.persons import FindingKind, findings

_STAMPS = (
    re.compile(r"^[^\w\n]*(?:(?:strengt )?fortroligt?|internt?|tjenstligt)[^\w\n]*$", re.IGNORECASE | re.MULTILINE),
    re.compile(r"\b(?:kun )?til (?:internt? brug|tjenstlig(?:t)? brug|tjenestebrug)\b", re.IGNORECASE),
    re.compile(r"\b(?:intern|fortrolig)t? (?:døgnrapport|rapport|notat|dokument)\b", re.IGNORECASE),
    re.compile(r"^[^\w\n]*må ikke (?:videregives|offentliggøres|videresendes)\b", re.IGNORECASE | re.MULTILINE),
    # "Koder må ikke videregives" is advice to the public; a report that must not be passed on says so of itself.
    re.compile(
        r"\b(?:rapport|dokument|notat|indhold|tekst)\w*\b[^.\n]{0,40}\bmå ikke (?:videre|offentlig)\w+", re.IGNORECASE
    ),
)
_FEWEST_NAMES, _TEXT_PER_NAME = 3, 1500
_FEWEST_ADDRESSES, _TEXT_PER_ADDRESS = 4, 500
_MOST_CONTACTS = 2
_LEADS_TO_ONE = {
    FindingKind.PHONE: "telefonnumre",
    FindingKind.PLATE: "nummerplader",
    FindingKind.EMAIL: "e-mailadresser",
}


def signs_of_internal(text: str) -> list[str]:
    """List why a text looks like an internal report, in Danish; nothing where it looks public."""
    return [*_words(text), *_persons(text)]


def _words(text: str) -> Iterator[str]:
    found = next(filter(None, (stamp.search(text) for stamp in _STAMPS)), None)
    if found:
        yield f"Der står »{found[0].strip()}« i teksten."


def _persons(text: str) -> Iterator[str]:
    count = Counter(each.kind for each in findings(text))
    if count[FindingKind.CPR]:
        yield f"Der er {_many(count[FindingKind.CPR], 'CPR-nummer', 'CPR-numre')} i teksten."
    for kind, plural in _LEADS_TO_ONE.items():
        if count[kind] > _MOST_CONTACTS:
            yield f"Der er {count[kind]} {plural} i teksten."
    if count[FindingKind.NAME] >= max(_FEWEST_NAMES, len(text) / _TEXT_PER_NAME):
        yield f"Teksten nævner {count[FindingKind.NAME]} personer ved navn."
    if count[FindingKind.HOUSE_NUMBER] >= max(_FEWEST_ADDRESSES, len(text) / _TEXT_PER_ADDRESS):
        yield f"Teksten nævner {count[FindingKind.HOUSE_NUMBER]} adresser med husnummer."


def _many(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"
