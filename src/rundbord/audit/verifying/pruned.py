"""Rows that are gone because their time was over: how far, and whether signed times say the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rundbord.audit.events import Event
from rundbord.audit.notes import Note, VerifierKey, valid_signatures
from rundbord.audit.verifying.faults import Fault, Found


@dataclass(frozen=True)
class Pruned:
    """Every row below this number is gone, by an entry of this moment."""

    up_to: int = 0
    at: datetime | None = None


def pruned_up_to(cursor: Any) -> Pruned:
    """Read it from the log's own entries about pruning; they are checked as rows like any other."""
    cursor.execute("SELECT canonical FROM audit.event WHERE event = %s", [Event.LOG_PRUNED.value])
    told = [json.loads(bytes(canonical)) for (canonical,) in cursor.fetchall()]
    entries = [Pruned(int(each["details"]["up_to"]), datetime.fromisoformat(each["at"])) for each in told]
    return max(entries, key=lambda entry: entry.up_to, default=Pruned())


def judge_pruning(
    pruned: Pruned,
    notes: Sequence[Note],
    keys: Sequence[VerifierKey],
    found: Found,
    *,
    retention: timedelta,
    now: datetime,
) -> None:
    """Demand a checkpoint of just that size that was signed before the retention began."""
    if pruned.at is None:
        return
    limit = (min(pruned.at, now) - retention).timestamp()
    signed = [_moment(note, keys) for note in notes if note.checkpoint.size == pruned.up_to]
    if not any(moment is not None and moment <= limit for moment in signed):
        found.add(Fault.PRUNED_TOO_EARLY, f"før nr. {pruned.up_to}")


def _moment(note: Note, keys: Sequence[VerifierKey]) -> int | None:
    times = [signature.at for signature in valid_signatures(note, keys) or [] if signature.at is not None]
    return min(times, default=None)
