"""Taking the decision register out of Rundbord: as a table or on paper, and never unseen."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.tasks.queries import TaskRow, Wanted, register_rows

MOST_ROWS = 5000


def export_register(wanted: Wanted, *, by: Actor) -> list[TaskRow]:
    """Give the decisions of the register as it is filtered, for a spreadsheet; the log counts them."""
    return _taken(wanted, Event.REGISTER_EXPORTED, by=by)


def print_register(wanted: Wanted, *, by: Actor) -> list[TaskRow]:
    """Give the same decisions for paper."""
    return _taken(wanted, Event.REGISTER_PRINTED, by=by)


def _taken(wanted: Wanted, event: Event, *, by: Actor) -> list[TaskRow]:
    by.must(Permission.SEE_TASKS)
    rows = register_rows(by, wanted, limit=MOST_ROWS)
    audit.record(event, by=by, details={"count": len(rows), "state": wanted.state.value})
    return rows
