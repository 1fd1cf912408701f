"""Since when a conflict has been quiet: the last event, the last change of tension, or its opening."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from rundbord.conflicts.rules.judging import is_change


def quiet_since(
    *, opened_at: datetime, events: Iterable[datetime], tensions: Iterable[tuple[datetime, str]]
) -> datetime:
    """Give the latest of all; a tension that was judged the same again changes nothing."""
    return max([opened_at, *events, *_changes(tensions)])


def _changes(tensions: Iterable[tuple[datetime, str]]) -> list[datetime]:
    changes, before = [], ""
    for at, level in sorted(tensions):
        if is_change(before, level):
            changes.append(at)
        before = level
    return changes
