"""Calendar file — kalenderfil: a meeting for the reader's own calendar, without content."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.meetings import queries
from rundbord.meetings.queries.invitations import invitation_to
from rundbord.meetings.rules.invitations import as_calendar
from rundbord.web import SignedInRequest, screen

FILE_NAME = "moede.ics"


@screen(Permission.SEE_MEETINGS)
def calendar_file(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Give the invitation as it stands now: new, moved or cancelled."""
    calendar = as_calendar(invitation_to(queries.meeting_of(meeting_id)))
    response = HttpResponse(calendar, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response
