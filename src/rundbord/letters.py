"""Letters: what a reason must have enough of to say something to a reader who was not there."""

from __future__ import annotations


def letters_in(text: str) -> int:
    """Count letters; spaces, digits and signs give no reason."""
    return sum(1 for sign in text if sign.isalpha())
