"""Capitalised words beside each other, where names stand."""

from collections.abc import Iterator
from typing import NamedTuple

from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Passage, Word
from rundbord.reading.persons.spelling import is_given

_PARTICLES = lexicon("name_particles")
_PREPOSITIONS = lexicon("prepositions")
_FUNCTION_WORDS = _PREPOSITIONS | lexicon("function_words")
_LONGEST_RUN = 20
"""No name is longer; each word of a run is weighed against all that follow."""


class Run(NamedTuple):
    """Capitalised words beside each other, and the word before and after them."""

    words: tuple[Word, ...]
    before: Word | None
    after: Word | None


def runs(passage: Passage) -> Iterator[Run]:
    """Every run of capitalised words in reading order."""
    words, text, index = passage.words, passage.text, 0
    while index < len(words):
        if not words[index].is_capitalised or (words[index].opens and words[index].low in _FUNCTION_WORDS):
            index += 1
            continue
        last = _end_of_run(words, index, text)
        yield Run(words[index:last], words[index - 1] if index else None, _neighbour(words, last, text))
        index = last


def _neighbour(words: tuple[Word, ...], index: int, text: str) -> Word | None:
    if index >= len(words) or text[words[index - 1].end : words[index].start].strip(" /-"):
        return None
    return words[index]


def _end_of_run(words: tuple[Word, ...], index: int, text: str) -> int:
    end, most = index + 1, min(len(words), index + _LONGEST_RUN)
    while end < most and text[words[end - 1].end : words[end].start] in {" ", "-", "  ", ""}:
        if words[end].is_capitalised:
            end += 1
        elif (
            words[end].low in _PARTICLES
            and end + 1 < len(words)
            and words[end + 1].is_capitalised
            and is_given(words[end - 1])
        ):
            end += 2
        else:
            break
    return end
