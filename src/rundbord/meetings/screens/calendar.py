"""Calendar file — kalenderfil: a meeting for the reader's own calendar, without content."""

from __future__ import annotations

from datetime import UTC
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.meetings import queries
from rundbord.meetings.models import Meeting
from rundbord.meetings.rules.invitations import Invitation, as_calendar
from rundbord.meetings.vocabulary import MeetingState
from rundbord.web import SignedInRequest, screen

FILE_NAME = "moede.ics"


@screen(Permission.SEE_MEETINGS)
def calendar_file(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Give the invitation as it stands now: new, moved or cancelled."""
    meeting = queries.meeting_of(meeting_id)
    link = request.build_absolute_uri(reverse("meetings:show_meeting", args=[meeting.pk]))
    response = HttpResponse(as_calendar(invitation_to(meeting, link)), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response


def invitation_to(meeting: Meeting, link: str) -> Invitation:
    """Tell a calendar of a meeting; times go in UTC, so that no calendar needs to know Denmark's."""
    return Invitation(
        meeting_id=meeting.pk,
        starts_at=meeting.starts_at.astimezone(UTC),
        ends_at=meeting.ends_at.astimezone(UTC),
        place="" if meeting.has_private_place else meeting.place,
        link=link,
        sequence=meeting.sequence,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        stamped_at=meeting.changed_at.astimezone(UTC),
        host=urlsplit(link).hostname or "rundbord",
    )
