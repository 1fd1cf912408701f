"""What every act on a meeting asks first: who leads the forum, and how the meeting stands now."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.meetings.models import Approval, Meeting
from rundbord.meetings.rules.writing import objections_to_writing
from rundbord.meetings.vocabulary import MeetingState
from rundbord.partnership.models import Forum
from rundbord.partnership.queries import leads

LEADERS_ONLY = "Kun de enheder, der leder mødet eller er sekretær, kan gøre det."


def must_lead(forum: Forum, by: Actor) -> None:
    """Refuse whoever does not chair the forum and is not its secretary."""
    by.must(Permission.RUN_MEETINGS)
    if not leads(forum, by):
        raise Refused(LEADERS_ONLY)


def held(meeting: Meeting) -> Meeting:
    """Hold the meeting until the end of the request: of two who lead, the second sees what the first did."""
    found = Meeting.objects.select_for_update(of=("self",)).filter(pk=meeting.pk).first()
    if found is None:
        raise Refused("Referatet er fastlåst. Mødet kan ikke ændres mere.")
    return found


def must_be_open(meeting: Meeting) -> None:
    """Refuse whoever comes too late to add words."""
    has_approvals = Approval.objects.filter(meeting=meeting).exists()
    state = MeetingState(meeting.state)
    is_fixed = meeting.fixed_at is not None
    if objections := objections_to_writing(state, is_fixed=is_fixed, has_approvals=has_approvals):
        raise Refused(objections)
