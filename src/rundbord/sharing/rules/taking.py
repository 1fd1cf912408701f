"""What may be taken from a received copy into an own file, where more colleagues read than the copy's own readers."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rundbord.sharing.rules.content import Line
from rundbord.sharing.rules.information import TREATMENT, Readers
from rundbord.sharing.vocabulary import Condition


def objections_to_taking(lines: Iterable[Line], conditions: Collection[Condition]) -> list[str]:
    """Refuse lines that named readers alone may read in the copy, and whole units in a file."""
    if Condition.NAMED_READERS not in conditions:
        return []
    if all(TREATMENT[line.information_class].readers is Readers.NAMED for line in lines):
        return []
    return ["Kopien må kun læses af navngivne. Tag kun de oplysninger med, der også i sagen læses af navngivne."]
