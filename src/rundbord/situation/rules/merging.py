"""Two coordinators who wrote in the same section at once: a proposal that keeps the words of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

Paragraphs = list[str]
_BLANK_LINES = re.compile(r"\n\s*\n")


def merged(base: str, mine: str, theirs: str) -> str:
    """Take each paragraph from the one who changed it; where both did, theirs and then mine: no words are lost."""
    return "\n\n".join(_merge(_paragraphs(base), _paragraphs(mine), _paragraphs(theirs)))


def _paragraphs(text: str) -> Paragraphs:
    return [part.strip() for part in _BLANK_LINES.split(text.replace("\r\n", "\n").strip()) if part.strip()]


def _merge(base: Paragraphs, mine: Paragraphs, theirs: Paragraphs) -> Iterator[str]:
    at_base = at_mine = at_theirs = 0
    for in_base, in_mine, in_theirs in _anchors(base, mine, theirs):
        yield from _settle(base[at_base:in_base], mine[at_mine:in_mine], theirs[at_theirs:in_theirs])
        if in_base < len(base):
            yield base[in_base]
        at_base, at_mine, at_theirs = in_base + 1, in_mine + 1, in_theirs + 1


def _anchors(base: Paragraphs, mine: Paragraphs, theirs: Paragraphs) -> list[tuple[int, int, int]]:
    """Find the paragraphs that stand unchanged in all three, and the end of each."""
    in_mine, in_theirs = _kept(base, mine), _kept(base, theirs)
    common = [(number, in_mine[number], in_theirs[number]) for number in in_mine if number in in_theirs]
    return [*common, (len(base), len(mine), len(theirs))]


def _kept(base: Paragraphs, other: Paragraphs) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _settle(base: Paragraphs, mine: Paragraphs, theirs: Paragraphs) -> Iterator[str]:
    """Settle a stretch that somebody changed; paragraph by paragraph when nobody added or removed one."""
    if len(base) == len(mine) == len(theirs):
        for one_base, one_mine, one_theirs in zip(base, mine, theirs, strict=True):
            yield from _chosen([one_base], [one_mine], [one_theirs])
    else:
        yield from _chosen(base, mine, theirs)


def _chosen(base: Paragraphs, mine: Paragraphs, theirs: Paragraphs) -> Paragraphs:
    if mine == base:
        return theirs
    if theirs == base:
        return mine
    return [*theirs, *(part for part in mine if part not in theirs)]
