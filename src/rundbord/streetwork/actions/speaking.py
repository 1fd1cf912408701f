"""For which side an authority speaks of an area, and what is written whenever it does."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Model

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.rules import objections_to_assessing, side_of
from rundbord.partnership.vocabulary import Audience, Side

CLOSED = "Området er lukket. Dets kvartaler kan læses, men ikke ændres."


def objections_to_speaking(area: Area, *, by: Actor) -> list[str]:
    """Every reason why the actor's authority has no say on an area: the same as for its status of the day."""
    closed = [CLOSED] if area.closed_at else []
    return closed + objections_to_assessing(
        kind=AuthorityKind(by.authority_kind),
        authority_id=by.authority_id,
        area_authority_id=area.authority_id,
        area_kind=AuthorityKind(area.authority.kind),
    )


def side_speaking_of(area: Area, *, by: Actor) -> Side:
    """Give the actor's side, or raise Refused with every reason."""
    side = side_of(AuthorityKind(by.authority_kind))
    objections = objections_to_speaking(area, by=by)
    if objections or side is None:
        raise Refused(objections)
    return side


def written_by(by: Actor) -> dict[str, Any]:
    """Give the columns that say whose a new row is; all parties read it."""
    return {
        "partnership_id": by.table,
        "authority_id": by.authority_id,
        "unit_id": by.unit_id,
        "audience": Audience.PARTIES,
    }


def label_of_writer(by: Actor) -> str:
    """Name the writer by role and unit, never by name."""
    return f"{by.user_title}, {by.unit_name}"


def log(event: Event, *, about: Model, overridden: Collection[str], by: Actor) -> None:
    """Record the act, and which kinds of words were kept in spite of a warning."""
    audit.record(event, about=about, by=by)
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=about, by=by, details={"kinds": ",".join(overridden)})
