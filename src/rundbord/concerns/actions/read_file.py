"""Reading leaves a trace in the transaction that shows it: a file, or a list with how many it held."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson


def read_file(person: YoungPerson, *, by: Actor) -> None:
    """Log that somebody reads a file."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.YOUNG_PERSON_READ, about=person, by=by)


def read_list(kind: str, count: int, *, by: Actor) -> None:
    """Log that somebody reads a list of names."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.YOUNG_PERSONS_LISTED, by=by, details={"list": kind, "count": count})
