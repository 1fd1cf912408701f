"""Who has read of one person: for the person's own answer, in dates and purposes, never by an employee's name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections

from rundbord.access.session import current_login
from rundbord.audit.events import Event

# Whoever asks must reach the log; which authority that is, is the signed context's to say. No reader is told.
READS_OF = """
SET LOCAL ROLE rundbord_audit;
CREATE FUNCTION audit.reads_of(subjects text[], wanted text[]) RETURNS TABLE (at timestamptz, event text, subject text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.at, e.event, e.subject FROM audit.event e
    WHERE e.authority = (SELECT ctx.authority()) AND (SELECT ctx.reaches('log'))
        AND e.subject = ANY (subjects) AND e.event = ANY (wanted)
        AND e.actor <> '00000000-0000-0000-0000-000000000000'
    ORDER BY e.at, e.id $$;
REVOKE ALL ON FUNCTION audit.reads_of(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.reads_of(text[], text[]) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_READS_OF = "DROP FUNCTION audit.reads_of(text[], text[])"

# Several units of one authority read their own cases at one meeting: the unit tells which of them saw the person.
READS_BY_UNIT = """
SET LOCAL ROLE rundbord_audit;
DROP FUNCTION audit.reads_of(text[], text[]);
CREATE FUNCTION audit.reads_of(subjects text[], wanted text[])
    RETURNS TABLE (at timestamptz, event text, subject text, unit uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.at, e.event, e.subject, (convert_from(e.canonical, 'UTF8')::jsonb->>'unit')::uuid FROM audit.event e
    WHERE e.authority = (SELECT ctx.authority()) AND (SELECT ctx.reaches('log'))
        AND e.subject = ANY (subjects) AND e.event = ANY (wanted)
        AND e.actor <> '00000000-0000-0000-0000-000000000000'
    ORDER BY e.at, e.id $$;
REVOKE ALL ON FUNCTION audit.reads_of(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.reads_of(text[], text[]) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_READS_BY_UNIT = f"SET LOCAL ROLE rundbord_audit; {WITHOUT_READS_OF}; {READS_OF}"


@dataclass(frozen=True, kw_only=True)
class ReadOf:
    """One reading: when, which act, of which row, in which unit's name."""

    at: datetime
    event: Event
    subject: str
    unit_id: UUID | None


def reads_of(subjects: Collection[str], *, events: Collection[Event]) -> list[ReadOf]:
    """Give the own authority's readings of these rows, oldest first."""
    with connections[current_login()].cursor() as cursor:
        wanted = sorted(event.value for event in events)
        cursor.execute("SELECT at, event, subject, unit FROM audit.reads_of(%s, %s)", [sorted(subjects), wanted])
        rows = cursor.fetchall()
    return [ReadOf(at=at, event=Event(event), subject=subject, unit_id=unit) for at, event, subject, unit in rows]
