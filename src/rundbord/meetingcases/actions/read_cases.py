"""Reading whom the unit brings to a meeting."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.meetings.models import Meeting


def read_cases(meeting: Meeting, count: int, *, by: Actor) -> None:
    """Log that the names are read."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.MEETING_CASES_READ, about=meeting, by=by, details={"count": count})
