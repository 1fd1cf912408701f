"""State a safeguard: what was found out before anybody makes contact; the newest of a kind counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.writing import held, part, sealed, today
from rundbord.concerns.models import Safeguard, YoungPerson
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.rules.safeguards import objections_to_safeguard
from rundbord.concerns.vocabulary import SafeguardKind


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What was found out: `state` is an honour screening, or yes or no."""

    kind: SafeguardKind
    state: str
    note: str = ""
    valid_until: date | None = None


def state_safeguard(person: YoungPerson, stated: Stated, *, by: Actor) -> Safeguard:
    """Add what counts from now on."""
    standing = held(person, by=by)
    objections = objections_to_safeguard(
        stated.kind, stated.state, note=stated.note, valid_until=stated.valid_until, today=today()
    )
    if objections:
        raise Refused(objections)
    row = Safeguard(
        **part(standing),
        kind=stated.kind.value,
        state=stated.state,
        valid_until=stated.valid_until,
        stated_at=timezone.now(),
        stated_by=by.user_id,
        stated_label=by.user_name,
    )
    row.note = sealed(row, "note", stated.note, key_of(standing))
    row.save(force_insert=True)
    audit.record(Event.SAFEGUARD_STATED, about=row, by=by, details={"person": str(standing.pk), "kind": row.kind})
    return row
