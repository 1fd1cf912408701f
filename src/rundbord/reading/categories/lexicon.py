"""The words of Danish police language that speak for each category; they stand in `words/`, one file per category."""

import re
from collections.abc import Iterator
from functools import cache

from rundbord.reading.vocabulary import Category
from rundbord.reading.word_lists import named_lists

HEAVY, MIDDLE, LIGHT = 3.0, 2.0, 1.0
_WEIGHTS = {"heavy": HEAVY, "middle": MIDDLE, "light": LIGHT}

CHARGED = re.compile(
    r"(?:sigte(?:t|s|de|lser?|lsen)|anholdt|mistænk(?:t|es)|tiltalt|udsat) (?:\w+ ){0,4}?for\b"
    r"|\befterforske[rs]\b[^.]{0,30}\bsom\b",
    re.I,
)


def _entries(category: Category) -> Iterator[tuple[Category, float, re.Pattern[str]]]:
    for weight, words in named_lists("rundbord.reading.categories.words", f"{category.value}.txt").items():
        yield category, _WEIGHTS[weight], re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)", re.I)


@cache
def lexicon() -> tuple[tuple[Category, float, re.Pattern[str]], ...]:
    """Return all patterns; compiled when first asked for, so that importing stays quick."""
    return tuple(entry for category in Category for entry in _entries(category))
