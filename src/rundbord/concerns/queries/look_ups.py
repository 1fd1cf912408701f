"""Look-ups as the own unit sees them: who, when, why and with how many hits."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.access.actor import Actor
from rundbord.concerns.models import LookUp
from rundbord.concerns.vocabulary import LookUpKind
from rundbord.vocabulary import label_of

_MOST_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class LookUpLine:
    """One look-up as shown."""

    row: LookUp
    kind: str


def latest_look_ups(actor: Actor) -> list[LookUpLine]:
    """List the latest of the own unit."""
    own = {"unit_id": actor.unit_id} if actor.unit_id else {"user_id": actor.user_id}
    rows = LookUp.objects.filter(authority_id=actor.authority_id, **own).order_by("-at", "-id")
    return [LookUpLine(row=row, kind=label_of(LookUpKind, row.kind)) for row in rows[:_MOST_SHOWN]]
