"""Calling a meeting, moving it and cancelling it; calendars hear of each by a number that grows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.meetings.actions.invite import order_invitations
from rundbord.meetings.actions.leading import held, must_lead
from rundbord.meetings.models import AgendaItem, Meeting
from rundbord.meetings.queries.board import items_of, point_of
from rundbord.meetings.queries.meetings import last_meeting
from rundbord.meetings.rules.agenda import Point, agenda_for
from rundbord.meetings.rules.calling import objections_to_changing, objections_to_time
from rundbord.meetings.vocabulary import MeetingState
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Forum
from rundbord.partnership.queries import seats_of, standard_items
from rundbord.partnership.vocabulary import ItemKind


@dataclass(frozen=True, kw_only=True)
class MeetingTerms:
    """When and where; a private place stands in no calendar."""

    starts_at: datetime
    minutes: int
    place: str = ""
    has_private_place: bool = False

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


def call_meeting(forum: Forum, terms: MeetingTerms, *, open_decisions: int = 0, by: Actor) -> Meeting:
    """Call the seats of a forum together; what the last meeting did not reach stands on the agenda."""
    must_lead(forum, by)
    if forum.closed_at is not None:
        raise Refused("Forummet er nedlagt.")
    _refuse_time(terms)
    # Held until the end of the request, so that two who call at once give two numbers.
    Forum.objects.select_for_update().get(pk=forum.pk)
    now = timezone.now()
    meeting = Meeting.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        forum=forum,
        number=_next_number(forum),
        state=MeetingState.CALLED.value,
        called_at=now,
        changed_at=now,
        **_columns(terms),
    )
    _write_agenda(meeting, open_decisions=open_decisions)
    audit.record(Event.MEETING_CALLED, about=meeting, by=by, details={"number": meeting.number})
    _tell(meeting, NoticeKind.MEETING_CALLED, by=by)
    return meeting


def move_meeting(meeting: Meeting, terms: MeetingTerms, *, by: Actor) -> None:
    """Give a meeting another time or place, and tell the seats."""
    must_lead(meeting.forum, by)
    standing = held(meeting)
    _refuse_changing(standing)
    _refuse_time(terms)
    Meeting.objects.filter(pk=meeting.pk).update(
        sequence=standing.sequence + 1, changed_at=timezone.now(), **_columns(terms)
    )
    audit.record(Event.MEETING_MOVED, about=meeting, by=by, details={"sequence": standing.sequence + 1})
    _tell(meeting, NoticeKind.MEETING_MOVED, by=by)


def cancel_meeting(meeting: Meeting, *, by: Actor) -> None:
    """Cancel a meeting, and tell the seats."""
    must_lead(meeting.forum, by)
    standing = held(meeting)
    _refuse_changing(standing)
    Meeting.objects.filter(pk=meeting.pk).update(
        state=MeetingState.CANCELLED.value, sequence=standing.sequence + 1, changed_at=timezone.now()
    )
    audit.record(Event.MEETING_CANCELLED, about=meeting, by=by)
    _tell(meeting, NoticeKind.MEETING_CANCELLED, by=by)


def _refuse_time(terms: MeetingTerms) -> None:
    if reasons := objections_to_time(terms.starts_at, terms.ends_at, now=timezone.now()):
        raise Refused(reasons)


def _refuse_changing(meeting: Meeting) -> None:
    if objections := objections_to_changing(MeetingState(meeting.state)):
        raise Refused(objections)


def _columns(terms: MeetingTerms) -> dict[str, object]:
    place = {"place": terms.place, "has_private_place": terms.has_private_place}
    return {"starts_at": terms.starts_at, "ends_at": terms.ends_at, **place}


def _next_number(forum: Forum) -> int:
    found = Meeting.objects.filter(forum=forum).aggregate(newest=Max("number"))["newest"]
    return (found or 0) + 1


def _write_agenda(meeting: Meeting, *, open_decisions: int) -> None:
    standard = [
        Point(id=None, kind=ItemKind(item.kind), title=item.title, minutes=item.minutes)
        for item in standard_items(meeting.forum)
    ]
    last = last_meeting(meeting.forum)
    earlier = [point_of(item) for item in items_of(last)] if last else []
    agenda = agenda_for(standard, earlier=earlier, open_decisions=open_decisions)
    AgendaItem.objects.bulk_create(_item(meeting, point, position) for position, point in enumerate(agenda, start=1))


def _item(meeting: Meeting, point: Point, position: int) -> AgendaItem:
    return AgendaItem(
        partnership_id=meeting.partnership_id,
        forum_id=meeting.forum_id,
        meeting=meeting,
        kind=point.kind.value,
        title=point.title,
        minutes=point.minutes,
        position=position,
        carried_from_id=point.id,
    )


def _tell(meeting: Meeting, kind: NoticeKind, *, by: Actor) -> None:
    others = [seat for seat in seats_of(meeting.forum) if seat.unit_id != by.unit_id]
    recipients = [Recipient(authority_id=seat.authority_id, unit_id=seat.unit_id) for seat in others]
    # Calendars get the invitation instead of the mail that says only that something waits; the caller's own too.
    notify(kind, reverse("meetings:show_meeting", args=[meeting.pk]), recipients, with_mail=False, by=by)
    order_invitations(meeting, by=by)
