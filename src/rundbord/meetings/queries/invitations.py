"""What a calendar is told of a meeting: the same words in the file of its page and in the mail."""

from __future__ import annotations

from datetime import UTC
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from rundbord.meetings.models import Meeting
from rundbord.meetings.rules.invitations import Invitation
from rundbord.meetings.vocabulary import MeetingState


def invitation_to(meeting: Meeting) -> Invitation:
    """Tell a calendar of a meeting as it stands; times go in UTC, so that no calendar needs to know Denmark's."""
    return Invitation(
        meeting_id=meeting.pk,
        starts_at=meeting.starts_at.astimezone(UTC),
        ends_at=meeting.ends_at.astimezone(UTC),
        place="" if meeting.has_private_place else meeting.place,
        link=settings.ORIGIN + reverse("meetings:show_meeting", args=[meeting.pk]),
        sequence=meeting.sequence,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        stamped_at=meeting.changed_at.astimezone(UTC),
        host=urlsplit(settings.ORIGIN).hostname or "rundbord",
    )
