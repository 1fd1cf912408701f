"""Reading which other units follow a young person leaves a trace."""

from __future__ import annotations

from collections.abc import Sequence

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.sharing.models import CommonKnowledge, WhoElseRound


def read_common_knowledge(found: Sequence[CommonKnowledge], *, of: WhoElseRound, by: Actor) -> None:
    """Log that it was read, with the number; nothing where there was nothing to read."""
    by.must(Permission.NOMINATE)
    if found:
        audit.record(Event.COMMON_KNOWLEDGE_READ, about=of, by=by, details={"count": len(found)})
