"""Reading what falls due and what was deleted: each in the log, with numbers alone."""

from __future__ import annotations

from uuid import UUID

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.models import DeletionRecord
from rundbord.deletion.queries.day import DueKind, due_kinds
from rundbord.deletion.queries.records import Records, records, records_of


def read_day(*, by: Actor) -> list[DueKind]:
    """Give what falls due within reach, and log how many names were shown."""
    by.must(Permission.SEE_DELETION)
    kinds = due_kinds(by)
    shown = sum(1 for kind in kinds for row in kind.rows if row.name)
    audit.record(Event.DELETION_DAY_READ, by=by, details={"names": shown})
    return kinds


def read_records(*, after: str = "", before: str = "", by: Actor) -> Records:
    """Give a page of what was deleted, and log it."""
    by.must(Permission.SEE_DELETION)
    page = records(by, after=after, before=before)
    audit.record(Event.DELETION_RECORDS_READ, by=by, details={"records": len(page.rows)})
    return page


def prove_deletion(number: UUID, *, by: Actor) -> list[DeletionRecord]:
    """Find the records of something whose number somebody brings, and log how many there were."""
    by.must(Permission.CONTROL_DELETION)
    found = records_of(number, by)
    audit.record(Event.DELETION_PROVED, by=by, details={"records": len(found)})
    return found
