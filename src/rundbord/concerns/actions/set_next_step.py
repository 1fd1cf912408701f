"""Deciding what comes next with a concern — næste skridt; the day is what lists and reminders go by."""

from __future__ import annotations

from datetime import date

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.writing import held_concern, today
from rundbord.concerns.models import Concern
from rundbord.concerns.rules.next_steps import objections_to_next_step
from rundbord.concerns.vocabulary import NextStep

CLOSED = "Bekymringen er afsluttet."


def set_next_step(concern: Concern, step: str, *, on: date | None, by: Actor) -> Concern:
    """Let this be what it waits for, until a Danish day; raise Refused with every reason not to."""
    standing = held_concern(concern, by=by)
    if standing.closed_at is not None:
        raise Refused(CLOSED)
    objections = objections_to_next_step(step=step, on=on, today=today())
    if objections or on is None:
        raise Refused(objections)
    standing.next_step, standing.next_on = NextStep(step).label, on
    standing.save(update_fields=["next_step", "next_on"])
    audit.record(Event.NEXT_STEP_SET, about=standing, by=by, details={"step": step})
    return standing
