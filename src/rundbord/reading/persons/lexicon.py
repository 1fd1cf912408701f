"""The word lists beside this module, read once."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


@cache
def lexicon(name: str) -> frozenset[str]:
    """Entries of one list; `#` opens a comment, `;` parts entries of several words, else blanks do."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(entry for line in lines if not line.startswith("#") for entry in _entries(line))


def _entries(line: str) -> list[str]:
    if ";" in line:
        return [entry.strip() for entry in line.split(";") if entry.strip()]
    return line.split()
