"""How the log stands right now, quick enough for a page: what is signed, and whether the past still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rundbord.audit.checkpointing import LogRewritten, newest_checkpoint, refuse_unless_continued
from rundbord.audit.notes import Malformed
from rundbord.audit.stored_tree import StoredTree, TreeBroken


@dataclass(frozen=True, kw_only=True)
class LogStanding:
    """`is_continued`: the tree still begins with what was signed last; rows themselves are checked by verify-log."""

    size: int
    signed_size: int
    signed_at: datetime | None
    is_continued: bool


def log_standing() -> LogStanding:
    """Look at the tree and at the newest checkpoint; raise StoreUnusable without the key store."""
    size = StoredTree().size()
    try:
        newest = newest_checkpoint()
        refuse_unless_continued(size)
    except (LogRewritten, TreeBroken, Malformed):
        return LogStanding(size=size, signed_size=0, signed_at=None, is_continued=False)
    return LogStanding(
        size=size,
        signed_size=newest.checkpoint.size if newest else 0,
        signed_at=newest.at if newest else None,
        is_continued=True,
    )
