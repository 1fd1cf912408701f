"""The level of a case: of the case and its facts, never of the person; it chooses forum and clock."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.concerns.vocabulary import CaseLevel

EXAMPLES: Mapping[CaseLevel, str] = MappingProxyType(
    {
        CaseLevel.WORRY: "Nye venner, der er ældre. Fravær fra skolen. Ting, som ingen kan forklare.",
        CaseLevel.FIRST: "Taget for tyveri eller hærværk for første gang. Har haft en kniv med på gaden.",
        CaseLevel.REPEATED: "Flere sager på få måneder. Går ærinder for ældre unge.",
        CaseLevel.SERIOUS: "Røveri, vold med våben eller salg af hårde stoffer.",
    }
)
FORUMS: Mapping[CaseLevel, str] = MappingProxyType(
    {
        CaseLevel.WORRY: "Lokalt forum",
        CaseLevel.FIRST: "Lokalt forum",
        CaseLevel.REPEATED: "Koordinationsgruppen",
        CaseLevel.SERIOUS: "Koordinationsgruppen",
    }
)


def level_in_words(level: CaseLevel) -> str:
    """Name a level with an example and the forum that takes it up."""
    return f"{level.label}. Fx: {EXAMPLES[level]} {FORUMS[level]}."


def level_choices() -> list[tuple[str, str]]:
    """Offer the levels with their examples."""
    return [(level.value, level_in_words(level)) for level in CaseLevel]
