"""Beginning a list for a meeting, with a key that dies with it; and reading it."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.handover.models import HandOverList
from rundbord.handover.rules import objections_to_list
from rundbord.keys.actions import make_data_key
from rundbord.meetings.models import Meeting
from rundbord.sharing.actions.ask_without_name import unit_of


def open_list(meeting: Meeting, *, by: Actor) -> HandOverList:
    """Begin the unit's list, or give the one that stands."""
    by.must(Permission.DISCLOSE)
    standing = HandOverList.objects.filter(meeting=meeting, authority_id=by.authority_id, unit_id=unit_of(by)).first()
    return standing or _begin(meeting, by=by)


def read_list(of: HandOverList, *, by: Actor) -> None:
    """Log that the names of a list are read."""
    by.must(Permission.DISCLOSE)
    audit.record(Event.HAND_OVER_READ, about=of, by=by)


def _begin(meeting: Meeting, *, by: Actor) -> HandOverList:
    day = timezone.localdate(meeting.starts_at)
    if objections := objections_to_list(meeting_day=day, today=timezone.localdate()):
        raise Refused(objections)
    with refusing_collisions(
        {"hand_over_list_once": {"": "En kollega begyndte listen i samme øjeblik. Genindlæs siden."}}
    ):
        begun = _add(meeting, day, by=by)
    audit.record(Event.HAND_OVER_OPENED, about=begun, by=by)
    return begun


def _add(meeting: Meeting, day: date, *, by: Actor) -> HandOverList:
    return HandOverList.objects.create(
        partnership_id=by.table,
        meeting=meeting,
        meeting_day=day,
        authority_id=by.authority_id,
        unit_id=unit_of(by),
        data_key=make_data_key(by=by),
        opened_at=timezone.now(),
        opened_by=by.user_id,
    )
