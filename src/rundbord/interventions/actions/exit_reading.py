"""Reading exit cases — læsning: opening one, or the own list with its names, is logged as it happens."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.interventions.models import ExitCase


def read_exit_case(case: ExitCase, *, by: Actor) -> None:
    """Log that one was opened."""
    by.must(Permission.COORDINATE_EXIT)
    audit.record(Event.EXIT_READ, about=case, by=by)


def read_exit_cases(*, count: int, by: Actor) -> None:
    """Log that the own list was opened."""
    by.must(Permission.COORDINATE_EXIT)
    audit.record(Event.EXIT_LISTED, by=by, details={"count": count})
