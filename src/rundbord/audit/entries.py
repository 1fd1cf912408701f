"""Reading the own authority's log, newest first, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections

from rundbord.access.session import current_login


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One log entry as shown to the own authority; `at` is aware UTC."""

    id: UUID
    at: datetime
    event: str
    user_id: UUID | None
    subject_kind: str | None
    subject_id: str | None
    purpose: str | None


def own_entries(*, before: datetime | None = None, event: str | None = None, limit: int = 50) -> list[Entry]:
    """Give entries of the authority in context; the database decides which authority that is."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT * FROM audit.own_entries(%s, %s, %s)", [before, event, limit])
        return [
            Entry(
                id=row[0],
                at=row[1],
                event=row[2],
                user_id=row[3],
                subject_kind=row[4],
                subject_id=row[5],
                purpose=row[6],
            )
            for row in cursor.fetchall()
        ]
