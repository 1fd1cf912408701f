"""Narrow a file to its responsible and those assigned, or open it to the unit again."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.writing import held
from rundbord.concerns.models import YoungPerson

NOT_LEAD = "Kun den ansvarlige ændrer, om sagen er snæver."


def narrow_file(person: YoungPerson, *, is_narrow: bool, by: Actor) -> None:
    """Let the responsible decide whether colleagues of the unit read the file."""
    standing = held(person, by=by)
    if standing.lead_id != by.user_id:
        raise Refused(NOT_LEAD)
    YoungPerson.objects.filter(pk=standing.pk).update(is_narrow=is_narrow)
    audit.record(Event.FILE_NARROWED if is_narrow else Event.FILE_WIDENED, about=standing, by=by)
