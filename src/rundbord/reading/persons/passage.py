"""The text under examination, its words, and a hit in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from rundbord.reading.late import late
from rundbord.reading.persons.finding import Finding, FindingKind, Span

_WORD = late(r"[^\W\d_](?:\.(?=\s?[A-ZÆØÅ])(?!\s?[A-ZÆØÅ][\w]*\s\w{3,}\s)|[\w'’]*(?:-[\w'’]+)*)")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ")
_SENTENCE_END = late(r"(?<=[^\d][.!?])\s+(?=[A-ZÆØÅ])|\n")
_LONGEST_SENTENCE, _OVERLAP = 800, 200
"""Nobody writes sentences so long, and some expressions need time by the square of one."""
_OPENING = late(r"(?:^|[.!?:;]|\n|[•*–—-])[\s\"”“»«(*•–-]*\Z")


class Word(NamedTuple):
    """A word, where it stands, and its small letters; `opens` when a sentence, line or bullet begins with it."""

    text: str
    start: int
    end: int
    opens: bool
    low: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_initial(self) -> bool:
        """Whether it is one capital letter and a full stop."""
        return len(self.text) == 2 and self.text[1] == "." and self.text[0] in _CAPITALS


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A text and the place names that its partnership knows."""

    text: str
    places: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in reading order."""
        return tuple([_word(self.text, match[0], match.start()) for match in _WORD.finditer(self.text)])

    @cached_property
    def low(self) -> str:
        """The text in small letters; its offsets may differ."""
        return self.text.lower()

    @cached_property
    def sentences(self) -> tuple[tuple[int, int, str], ...]:
        """Start, end and small letters of each sentence or line; an endless one in pieces that overlap."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)] + [len(self.text)]
        pieces = [piece for start, end in zip([0, *ends], ends, strict=False) for piece in _pieces(start, end)]
        return tuple((start, end, self.text[start:end].lower()) for start, end in pieces)

    def holds(self, *hints: str) -> bool:
        """Whether the text holds one of the hints at all."""
        return any(hint in self.low for hint in hints)

    def matches(self, pattern: re.Pattern[str], *hints: str) -> Iterable[re.Match[str]]:
        """Matches of a pattern within sentences that hold one of the hints: the search is the costly part."""
        held = self._held.get(hints)
        if held is None:
            held = self._held[hints] = self._holding_any(hints)
        return self._matches_in(held, pattern) if held else ()

    def _matches_in(self, held: tuple[int, ...], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for index in held:
            start, end, _ = self.sentences[index]
            yield from pattern.finditer(self.text, start, end)

    def _holding_any(self, hints: tuple[str, ...]) -> tuple[int, ...]:
        """Which sentences hold one of the hints: most are nowhere in the text, and one look at the whole tells."""
        text = self.low
        present = [hint for hint in hints if hint in text]
        if not present:
            return ()
        return tuple([i for i, (_, _, low) in enumerate(self.sentences) if any(hint in low for hint in present)])

    @cached_property
    def _held(self) -> dict[tuple[str, ...], tuple[int, ...]]:
        """Many patterns ask for the same hints, so each is looked for once."""
        return {}

    @cached_property
    def known_places(self) -> frozenset[str]:
        """The partnership's own place names in small letters."""
        return _in_small_letters(self.places)


@lru_cache(maxsize=8)
def _in_small_letters(places: frozenset[str]) -> frozenset[str]:
    """A partnership has hundreds of them, and a picture a hundred texts."""
    return frozenset([place.lower() for place in places])


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_SENTENCE:
        yield start, start + _LONGEST_SENTENCE
        start += _LONGEST_SENTENCE - _OVERLAP
    yield start, end


def _word(text: str, word: str, start: int) -> Word:
    """Whether it opens is asked of capitals only, since it is costly and small letters say nothing."""
    opens = word[0].isupper() and opens_sentence(text, start)
    return Word(word, start, start + len(word), opens, word.lower())


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a line or a bullet begins here."""
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False  # the most common case by far, told without looking further
    before = text[max(0, start - 8) : start]
    return start == 0 or bool(_OPENING.search(before))


class Hit(NamedTuple):
    """What a detector yields: a kind, a stretch of the text, and what to write there instead."""

    kind: FindingKind
    start: int
    end: int
    suggestion: str


Detector = Callable[[Passage], Iterable[Hit]]


def finding_of(hit: Hit, passage: Passage) -> Finding:
    """The hit as others see it."""
    return Finding(
        kind=hit.kind,
        severity=hit.kind.severity,
        span=Span(hit.start, hit.end),
        words=passage.text[hit.start : hit.end],
        suggestion=hit.suggestion,
    )
