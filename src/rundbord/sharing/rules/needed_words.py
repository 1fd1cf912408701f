"""When two texts on necessity are the same, whatever their signs and capitals."""

from __future__ import annotations


def same_words(one: str, other: str) -> bool:
    """Compare letters and digits alone."""
    return _bare(one) == _bare(other)


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())
