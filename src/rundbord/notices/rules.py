"""How a notice is counted and where it may lead."""

from __future__ import annotations

from datetime import timedelta

MOST_COUNTED = 99
COUNTED_FOR = timedelta(days=30)


def count_in_words(count: int) -> str:
    """Write a number of unread notices; beyond the most that is counted nobody needs to know how many."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count or "")


def is_own_address(path: str) -> bool:
    """Tell whether a notice leads to a page of Rundbord and nowhere else."""
    return path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path
