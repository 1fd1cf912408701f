"""Reading the opened file: each time a line of the log, about the person, for the purpose of break-glass."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson


def read_file(person: YoungPerson, *, by: Actor) -> None:
    """Log that the file is shown."""
    by.must(Permission.BREAK_GLASS)
    audit.record(Event.EMERGENCY_READ, about=person, by=by)
