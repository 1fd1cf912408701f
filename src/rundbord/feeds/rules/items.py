"""One article or message as a source gives it, whatever form it came in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

# Clocks differ by minutes, never by an hour.
_CLOCK_ERROR = timedelta(minutes=15)
_OF_INTEREST = timedelta(days=60)
_BEFORE_SET_UP = timedelta(days=1)


class Malformed(ValueError):
    """An answer that is not what the source promises."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """What was received: `case_key` joins messages about one case; `link` leads to words that are not here."""

    key: str
    case_key: str
    published_at: datetime
    title: str
    body: str = ""
    link: str = ""

    @property
    def digest(self) -> bytes:
        """Tell one state of the content from another."""
        return digest_of(self.title, self.body)


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What one answer holds, and how many of its items could not be read."""

    items: tuple[Item, ...]
    unreadable: int = 0


def digest_of(*words: str) -> bytes:
    """Give a short sign of some words."""
    return hashlib.sha256("\n".join(words).encode()).digest()


def written(text: str) -> str:
    """Take out the signs that no letter is made of, and that a database refuses."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode().strip()


def in_order(items: Iterable[Item]) -> list[Item]:
    """Put items in the order in which they happened, each key once: an answer may repeat and reorder as it likes."""
    newest: dict[str, Item] = {}
    for item in items:
        newest.setdefault(item.key, item)
    return sorted(newest.values(), key=lambda item: (item.published_at, item.key))


def is_of_interest(item: Item, *, since: datetime, now: datetime) -> bool:
    """Pass over what was old when the source was set up, and what an archive brings up again."""
    return item.published_at >= max(since - _BEFORE_SET_UP, now - _OF_INTEREST)


def lies_ahead(published_at: datetime, *, now: datetime) -> bool:
    """Tell whether a date cannot be right because it has not come yet."""
    return published_at > now + _CLOCK_ERROR
