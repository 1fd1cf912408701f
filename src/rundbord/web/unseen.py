"""Signs that nobody types and nobody sees: NUL, halves of letters, and what turns the direction of reading."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\\0\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")


def holds_unseen(text: str) -> bool:
    """Tell whether the text holds any."""
    return _UNSEEN.search(text) is not None


def without_unseen(text: str) -> str:
    """Give the text without them."""
    return _UNSEEN.sub("", text)
