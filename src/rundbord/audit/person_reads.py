"""Reading, for control alone, what the own authority's users have read of persons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections

from rundbord.access.session import current_login
from rundbord.audit.events import Event

# Whoever asks must reach the log; which authority that is, is the signed context's to say.
PERSON_READS = """
SET LOCAL ROLE rundbord_audit;
CREATE FUNCTION audit.person_reads(since timestamptz, until timestamptz, wanted text[])
    RETURNS TABLE (id uuid, at timestamptz, event text, actor uuid, unit uuid, subject_kind text, subject text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.id, e.at, e.event, e.actor, (convert_from(e.canonical, 'UTF8')::jsonb->>'unit')::uuid,
        e.subject_kind, e.subject
    FROM audit.event e
    WHERE e.authority = (SELECT ctx.authority()) AND (SELECT ctx.reaches('log'))
        AND e.at >= since AND e.at < until AND e.event = ANY (wanted)
    ORDER BY e.at, e.id $$;
REVOKE ALL ON FUNCTION audit.person_reads(timestamptz, timestamptz, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.person_reads(timestamptz, timestamptz, text[]) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_PERSON_READS = "DROP FUNCTION audit.person_reads(timestamptz, timestamptz, text[])"


@dataclass(frozen=True, kw_only=True)
class PersonRead:
    """A line of the log about reading; `at` is aware UTC, `unit` the one in whose name it was read."""

    id: UUID
    at: datetime
    event: str
    user_id: UUID
    unit_id: UUID | None
    subject_kind: str
    subject: str


def person_reads(*, since: datetime, until: datetime, events: Collection[Event]) -> list[PersonRead]:
    """Give the own authority's readings of these kinds from a moment to before another, oldest first."""
    with connections[current_login()].cursor() as cursor:
        wanted = sorted(event.value for event in events)
        cursor.execute("SELECT * FROM audit.person_reads(%s, %s, %s)", [since, until, wanted])
        return [
            PersonRead(
                id=row[0],
                at=row[1],
                event=row[2],
                user_id=row[3],
                unit_id=row[4],
                subject_kind=row[5] or "",
                subject=row[6] or "",
            )
            for row in cursor.fetchall()
            if row[3]
        ]
