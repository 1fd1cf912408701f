"""A text cut where evidence begins and ends, so that each stretch of words knows which fields it is the source of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Some words and the fields that were read from them; no fields for words that were only read past."""

    words: str
    fields: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def stretches(text: str, evidence: Mapping[str, Spans], *, start: int, end: int) -> list[Stretch]:
    """Cut text[start:end]; `closes` names the fields whose words end with the stretch, where a label belongs."""
    spans = [(field, *_clipped(span, start, end)) for field, some in evidence.items() for span in some]
    known = [(field, first, last) for field, first, last in spans if first < last]
    cuts = sorted({start, end, *(cut for _, first, last in known for cut in (first, last))})
    return [_stretch(text, known, first, last) for first, last in pairwise(cuts)]


def headings_outside(text: str, spans: Spans, *, start: int, end: int) -> list[str]:
    """Give words of evidence that lie outside of text[start:end], as a heading above several incidents does."""
    return [text[first:last].strip() for first, last in spans if last <= start or first >= end]


def _clipped(span: Sequence[int], start: int, end: int) -> tuple[int, int]:
    return max(span[0], start), min(span[1], end)


def _stretch(text: str, known: Sequence[tuple[str, int, int]], first: int, last: int) -> Stretch:
    covering = [(field, ends) for field, begins, ends in known if begins <= first and last <= ends]
    return Stretch(
        words=text[first:last],
        fields=tuple(dict.fromkeys(field for field, _ in covering)),
        closes=tuple(dict.fromkeys(field for field, ends in covering if ends == last)),
    )
