"""Putting a case on the unit's own list for a meeting: nobody else sees that it is there."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.meetingcases.models import MeetingCase
from rundbord.meetings.models import Meeting
from rundbord.sharing.queries import received_of


def put_file(meeting: Meeting, person: YoungPerson, *, by: Actor) -> MeetingCase:
    """Bring an own file; one that is there already is given back."""
    by.must(Permission.WORK_CONCERNS)
    return _put(meeting, by=by, person_id=person.pk)


def put_copy(meeting: Meeting, received_id: UUID, *, by: Actor) -> MeetingCase:
    """Bring what another unit has told; one that is there already is given back."""
    by.must(Permission.READ_DISCLOSED)
    return _put(meeting, by=by, received_id=received_of(received_id).pk)


def take_off(case: MeetingCase, *, by: Actor) -> None:
    """Take it off again, as long as nothing was decided."""
    by.must(Permission.SEE_CONCERNS)
    if case.decision:
        raise Refused("Der er noteret en beslutning. Den bliver stående.")
    audit.record(Event.MEETING_CASE_TAKEN_OFF, about=case, by=by)
    case.delete()


def _put(meeting: Meeting, *, by: Actor, **what: UUID) -> MeetingCase:
    case, is_new = MeetingCase.objects.get_or_create(
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        meeting=meeting,
        **what,
        defaults={"put_at": timezone.now(), "put_by": by.user_id},
    )
    if is_new:
        audit.record(Event.MEETING_CASE_PUT, about=case, by=by)
    return case
