"""Holding a meeting: it begins, goes from item to item by one tap, and ends."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.meetings.actions.leading import held, must_be_open, must_lead
from rundbord.meetings.models import AgendaItem, Meeting
from rundbord.meetings.queries.board import items_of, point_of
from rundbord.meetings.rules.agenda import following, running
from rundbord.meetings.vocabulary import MeetingState
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.queries import seats_of
from rundbord.situation.queries.picture_periods import newest_picture


def begin_meeting(meeting: Meeting, *, by: Actor) -> None:
    """Begin with the first item, on the newest picture; a second tap changes nothing."""
    must_lead(meeting.forum, by)
    standing = held(meeting)
    if standing.state == MeetingState.RUNNING:
        return
    if standing.state != MeetingState.CALLED:
        raise Refused("Kun et møde, der er indkaldt, kan begynde.")
    now = timezone.now()
    picture = newest_picture() if by.may(Permission.READ_PICTURE) else None
    Meeting.objects.filter(pk=meeting.pk).update(
        state=MeetingState.RUNNING.value,
        begun_at=now,
        changed_at=now,
        picture_id=picture.pk if picture else None,
        picture_number=picture.number if picture else None,
    )
    _begin_following(standing, now)
    audit.record(Event.MEETING_BEGUN, about=meeting, by=by)


def go_on(meeting: Meeting, *, leaving: UUID | None, by: Actor) -> None:
    """End the item `leaving` and begin the next; where somebody was quicker, nothing is left out."""
    must_lead(meeting.forum, by)
    standing = held(meeting)
    if standing.state != MeetingState.RUNNING:
        raise Refused("Mødet er ikke i gang.")
    now_at = running([point_of(item) for item in items_of(standing)])
    if (now_at.id if now_at else None) != leaving:
        return
    now = timezone.now()
    AgendaItem.objects.filter(meeting=standing, begun_at__isnull=False, ended_at=None).update(ended_at=now)
    _begin_following(standing, now)
    _touch(standing, now)


def postpone_item(item: AgendaItem, *, by: Actor) -> None:
    """Put an item on the next agenda instead; again takes it back."""
    meeting = item.meeting
    must_lead(meeting.forum, by)
    standing = held(meeting)
    must_be_open(standing)
    now = timezone.now()
    is_postponed = not item.is_postponed
    ended = {"ended_at": now} if item.begun_at and not item.ended_at and is_postponed else {}
    AgendaItem.objects.filter(pk=item.pk).update(is_postponed=is_postponed, **ended)
    if ended and standing.state == MeetingState.RUNNING:
        _begin_following(standing, now)
    _touch(standing, now)
    audit.record(Event.AGENDA_CHANGED, about=meeting, by=by)


def end_meeting(meeting: Meeting, *, by: Actor) -> None:
    """End the meeting; the seats are told that the minutes wait for their answer."""
    must_lead(meeting.forum, by)
    standing = held(meeting)
    if standing.state != MeetingState.RUNNING:
        raise Refused("Mødet er ikke i gang.")
    now = timezone.now()
    AgendaItem.objects.filter(meeting=standing, begun_at__isnull=False, ended_at=None).update(ended_at=now)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.ENDED.value, ended_at=now, changed_at=now)
    audit.record(Event.MEETING_ENDED, about=meeting, by=by)
    recipients = [Recipient(authority_id=seat.authority_id, unit_id=seat.unit_id) for seat in seats_of(meeting.forum)]
    notify(NoticeKind.MINUTES_WAIT, reverse("meetings:minutes", args=[meeting.pk]), recipients, by=by)


def _begin_following(meeting: Meeting, now: datetime) -> None:
    point = following([point_of(item) for item in items_of(meeting)])
    if point is not None and point.id is not None:
        AgendaItem.objects.filter(pk=point.id).update(begun_at=now)


def _touch(meeting: Meeting, now: datetime) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(changed_at=now)
