"""The Danish towns that a postal code names, and villages without one, with the spellings that reports use for them."""

import re
from functools import cache
from importlib.resources import files

from rundbord.reading.late import late
from rundbord.reading.word_lists import word_list

_SUFFIX = late(r" (?:[CNSVØJKMF]|NV|NØ|SV|SØ|Sj|Sjælland|Jylland|Fyn|Djurs|Jyll)$")
_LONG_SUFFIXES = {"jylland": "j", "jyll": "j", "sj": "sjælland", "f": "falster"}
_COMPASS = late(r" (?:Nord|Syd|Vest|Øst|Midtby|Centrum|By)$", re.I)


def canonical_town(written: str) -> str:
    """Return the official spelling when the town is known (Grenå → Grenaa), else the words as written."""
    name = _known().get(_folded(written))
    if name is not None:
        return name
    base = _known().get(_folded(_SUFFIX.sub("", written)))
    return written.replace(_SUFFIX.sub("", written), base) if base else written


def is_town(written: str) -> bool:
    """Tell whether the words name a postal town, with or without its district letter, or a known region."""
    folded = _folded(written)
    if folded in _known() or folded in _regions() or _folded(_SUFFIX.sub("", written)) in _known():
        return True
    return _folded(_COMPASS.sub("", written)) in _known()


def town_of_area(written: str) -> str | None:
    """Return the town that a part of town belongs to (Aarhus Vest → Aarhus)."""
    base = _COMPASS.sub("", written)
    return canonical_town(base) if base != written and is_town(base) else None


@cache
def _regions() -> frozenset[str]:
    return frozenset(_folded(name) for name in word_list("rundbord.reading.places", "regions.txt"))


@cache
def _known() -> dict[str, str]:
    names = [line.split(" ", 1)[1] for line in _lines("postal_towns.txt")]
    names += [name for line in _lines("localities.txt") for name in line.split(", ")]
    bases = {_folded(_SUFFIX.sub("", name)): _SUFFIX.sub("", name) for name in names}
    return bases | {_folded(name): name for name in names}


def _lines(name: str) -> list[str]:
    lines = files("rundbord.reading.places").joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _folded(written: str) -> str:
    """Bring the spellings of one town together: å and aa, x and ks, case, the words for Jutland and Zealand."""
    text = re.sub(
        r"[.\s]+", " ", written.lower().replace("aa", "å").replace("x", "ks").replace("kongens lyngby", "kgs lyngby")
    ).strip()
    first, _, last = text.rpartition(" ")
    return f"{first} {_LONG_SUFFIXES.get(last, last)}".strip()
