"""Striking words out: which ones were picked on the page, and what a text is without them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import groupby
from typing import Any

# Always of one length: the length of a name is a hint at it.
STRUCK = "█████"
# The parts of a frozen line in which somebody wrote words.
WORDED = ("heading", "text", "place", "place_text", "what")
_WORD = re.compile(r"\S+")
_EDGES = " \t\n.,;:!?()[]»«\"'”“–-"


def words_of(text: str) -> list[str]:
    """Split a text into the words that a reader can point at."""
    return _WORD.findall(text)


def picked_phrases(text: str, picked: Collection[int]) -> list[str]:
    """Join words that were picked beside each other; the signs around a phrase are no part of it."""
    words = words_of(text)
    numbers = sorted(number for number in picked if 0 <= number < len(words))
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    phrases = (" ".join(words[number] for _, number in run).strip(_EDGES) for _, run in runs)
    return list(dict.fromkeys(phrase for phrase in phrases if phrase))


def struck(text: str, phrases: Collection[str]) -> str:
    """Strike every occurrence of the phrases as whole words, however they are spaced and capitalised."""
    for phrase in sorted(phrases, key=len, reverse=True):
        text = _pattern(phrase).sub(STRUCK, text)
    return text


def struck_content(content: Mapping[str, Any], phrases: Collection[str]) -> dict[str, Any]:
    """Strike in the worded parts of a frozen line; codes, moments and numbers stay what they are."""
    return {key: struck(value, phrases) if key in WORDED and value else value for key, value in content.items()}


def _pattern(phrase: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){spaced}(?:s|’s|'s)?(?!\w)", re.IGNORECASE)
