"""Texts sealed under two keys, one inside the other: whoever destroys either of them ends the text."""

from __future__ import annotations

from base64 import b64decode, b64encode

from rundbord.keys.core.sealing import OpenKey, Place


def seal_under_both(text: str, *, outer: OpenKey, inner: OpenKey, at: Place) -> bytes:
    """Seal a text by the inner key, and what came of it by the outer one; raise CannotSeal where it is too long."""
    return outer.seal(b64encode(inner.seal(text, at=at)).decode(), at=at)


def open_under_both(sealed: bytes, *, outer: OpenKey, inner: OpenKey, at: Place) -> str:
    """Open what was sealed under both; raise CannotOpen where anything differs."""
    return inner.open(b64decode(outer.open(sealed, at=at)), at=at)
