"""Counts of persons that are too small to tell, and what would give them away."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

FEWEST = 5
HIDDEN = "under 5"
WITHHELD = "skjult"
_SEVERAL = 2


def is_small(count: int) -> bool:
    """Tell whether a number of persons points at somebody."""
    return 0 < count < FEWEST


def told(count: int) -> str:
    """Write a number of persons, or that it is too small."""
    return HIDDEN if is_small(count) else str(count)


def told_with_sum(counts: Mapping[str, int]) -> tuple[dict[str, str], str]:
    """Write parts and their sum so that no small part follows from the others.

    What is hidden must together be at least five, and be more than one part: else the next smallest part is hidden
    with it. Where there is no further part to hide, the sum is hidden as a small number or left out.
    """
    small = {key for key, count in counts.items() if is_small(count)}
    total = sum(counts.values())
    if not small:
        return {key: str(count) for key, count in counts.items()}, str(total)
    hidden = set(small)
    for _, key in sorted((count, key) for key, count in counts.items() if count and key not in small):
        if len(hidden) > 1 and sum(counts[each] for each in hidden) >= FEWEST:
            break
        hidden.add(key)
    can_be_reckoned = len(hidden) < _SEVERAL or sum(counts[each] for each in hidden) < FEWEST
    parts = {key: _told_part(key, counts[key], hidden) for key in counts}
    return parts, told(total) if not can_be_reckoned or is_small(total) else WITHHELD


def _told_part(key: str, count: int, hidden: AbstractSet[str]) -> str:
    return WITHHELD if key in hidden and not is_small(count) else told(count)
