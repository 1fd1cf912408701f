"""A version of what a reader sees of a meeting: it changes when that changes, and tells nothing else (ADR 0011).

Everybody at the table asks for it every other second, so it is one statement whose text is not put together anew.
"""

from __future__ import annotations

from uuid import UUID

from django.db import connections
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.access.opaque_version import opaque_version
from rundbord.access.permissions import Permission
from rundbord.access.session import current_login

# Each table once: how many rows there are, and the newest moment in them.
_SEEN = """
SELECT m.changed_at,
    (SELECT (count(*), max(e.at))::text FROM meetings_meetingentry e WHERE e.meeting_id = m.id),
    (SELECT (count(*), max(i.begun_at), max(i.ended_at), count(*) FILTER (WHERE i.is_postponed))::text
        FROM meetings_agendaitem i WHERE i.meeting_id = m.id),
    (SELECT max(a.at) FROM meetings_attendance a WHERE a.meeting_id = m.id),
    (SELECT count(*) FROM meetings_approval v WHERE v.meeting_id = m.id)
"""
_DECIDED = ", (SELECT max(t.decided_at) FROM tasks_task t WHERE t.meeting_id = m.id AND t.forum_id = m.forum_id)"
_OF_MEETING = " FROM meetings_meeting m WHERE m.id = %s"


def version_of(meeting_id: UUID, actor: Actor) -> str:
    """Give it in one query over counts and newest moments; without a seat there is none."""
    sees_tasks = actor.may(Permission.SEE_TASKS) and not actor.is_place
    with connections[current_login()].cursor() as cursor:
        cursor.execute(_SEEN + (_DECIDED if sees_tasks else "") + _OF_MEETING, [meeting_id])
        found = cursor.fetchone()
    if found is None:
        raise Http404
    return opaque_version(actor, [meeting_id, *found])
