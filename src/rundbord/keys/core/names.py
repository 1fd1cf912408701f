"""Names as they are looked up: in parts, folded as lists are sorted, so that Åse, AASE and Aase are one."""

from __future__ import annotations

import re
import unicodedata

from rundbord.access.sorting import sort_key, without_accents
from rundbord.keys.core.trouble import CannotSeal

# More parts than any name has; each costs one stretched hash.
MOST_PARTS = 12
_APOSTROPHES = re.compile(r"['’`´]")
_PART = re.compile(r"[^\W\d_]+")


def name_parts(name: str) -> tuple[str, ...]:
    """Give the folded parts of a name, each once, in their order; raise CannotSeal where there are too many."""
    written = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", name))
    folded = (sort_key(without_accents(part)) for part in _PART.findall(written))
    parts = tuple(dict.fromkeys(folded))
    if len(parts) > MOST_PARTS:
        raise CannotSeal("a name has too many parts")
    return parts
