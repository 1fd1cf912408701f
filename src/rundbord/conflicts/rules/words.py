"""Reasons in words: long enough to tell something to a reader who was not there."""

from __future__ import annotations

from rundbord.letters import letters_in

_FEWEST_LETTERS = 10


def objections_to_words(words: str, *, sentence: str) -> list[str]:
    """Object to a reason that says nothing; letters count, not blanks and dots."""
    letters = letters_in(words)
    return [] if letters >= _FEWEST_LETTERS else [sentence]
