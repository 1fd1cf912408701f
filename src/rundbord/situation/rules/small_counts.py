"""Small counts, hidden from those who are not parties: one out of few is somebody (product §4.10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

FEWEST_SHOWN = 5

Key = TypeVar("Key")


@dataclass(frozen=True, kw_only=True)
class HiddenCounts:
    """Counts as partners may see them: None where a count is small, or could be worked out from the others."""

    by_key: dict[object, int | None]
    total: int | None


def hide_small(counts: Mapping[Key, int]) -> HiddenCounts:
    """Hide each count below five; with exactly one hidden, the total would tell it, so that goes too."""
    shown: dict[object, int | None] = {key: count if count >= FEWEST_SHOWN else None for key, count in counts.items()}
    hidden = sum(count is None for count in shown.values())
    total = sum(counts.values())
    is_safe = total >= FEWEST_SHOWN and hidden != 1
    return HiddenCounts(by_key=shown, total=total if is_safe else None)
