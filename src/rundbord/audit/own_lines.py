"""An authority's own lines with what their leaves are hashed from: for the archive that it takes along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections

from rundbord.access.session import current_login

# For the machine alone, in the authority's own name: the salt lets whoever has it find a line's leaf.
OWN_LINES = """
SET LOCAL ROLE rundbord_audit;
CREATE FUNCTION audit.own_lines(after timestamptz, after_id uuid, at_most integer)
    RETURNS TABLE (id uuid, at timestamptz, canonical bytea, salt bytea, "position" bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT e.id, e.at, e.canonical, e.salt, l.position
    FROM audit.event e LEFT JOIN audit.leaf l ON l.event_id = e.id
    WHERE e.authority = (SELECT ctx.authority()) AND (SELECT ctx.reaches('log')) AND (SELECT ctx.purpose()) = 'upkeep'
        AND (after IS NULL OR (e.at, e.id) > (after, after_id))
    ORDER BY e.at, e.id
    LIMIT least(at_most, 1000) $$;
REVOKE ALL ON FUNCTION audit.own_lines(timestamptz, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.own_lines(timestamptz, uuid, integer) TO rundbord_app, rundbord_job;
SET LOCAL ROLE rundbord_owner;
"""
WITHOUT_OWN_LINES = "DROP FUNCTION audit.own_lines(timestamptz, uuid, integer)"


@dataclass(frozen=True, kw_only=True)
class OwnLine:
    """A line of the log as it is hashed; `position` is None until it has been numbered."""

    id: UUID
    at: datetime
    canonical: bytes
    salt: bytes
    position: int | None


def own_lines(*, after: OwnLine | None, at_most: int) -> list[OwnLine]:
    """Give the own authority's lines after one of them, oldest first, for nightly work alone."""
    with connections[current_login()].cursor() as cursor:
        moment, last = (after.at, after.id) if after else (None, None)
        cursor.execute("SELECT * FROM audit.own_lines(%s, %s, %s)", [moment, last, at_most])
        return [
            OwnLine(id=row[0], at=row[1], canonical=bytes(row[2]), salt=bytes(row[3]), position=row[4])
            for row in cursor.fetchall()
        ]
