"""Meetings as lists show them, and one meeting found by its key."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.meetings.models import Meeting
from rundbord.meetings.vocabulary import MeetingState
from rundbord.partnership.models import Forum
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 20
MOST_COMING = 30
_STAYS = timedelta(hours=12)
_OPEN = (MeetingState.CALLED.value, MeetingState.RUNNING.value)


def coming_meetings(actor: Actor, *, forum: Forum | None = None) -> list[Meeting]:
    """List meetings that run or are to come, the first to begin first."""
    return list(_coming(actor, forum).select_related("forum").order_by("starts_at", "id")[:MOST_COMING])


def meetings_today(actor: Actor) -> list[Meeting]:
    """List the meetings of today that are not over."""
    ends = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return list(_coming(actor, None).filter(starts_at__lt=ends).select_related("forum").order_by("starts_at", "id"))


def held_meetings(actor: Actor, *, forum: Forum | None, after: str = "", before: str = "") -> KeysetPage[Meeting]:
    """Give a page of meetings that are over or cancelled, newest first."""
    over = _here(actor, forum).exclude(state__in=_OPEN)
    return keyset_page(
        over.select_related("forum"), order=("-starts_at", "-id"), after=after, before=before, size=PAGE_SIZE
    )


def meeting_of(meeting_id: UUID) -> Meeting:
    """Find one meeting; without a seat there is none."""
    meeting = Meeting.objects.select_related("forum", "authority").filter(pk=meeting_id).first()
    if meeting is None:
        raise Http404
    return meeting


def last_meeting(forum: Forum) -> Meeting | None:
    """Find the forum's meeting that ended last."""
    return Meeting.objects.filter(forum=forum, state=MeetingState.ENDED).order_by("-starts_at", "-id").first()


def latest_called(forum: Forum) -> Meeting | None:
    """Find the meeting that lies farthest ahead or happened last, whatever became of it."""
    return Meeting.objects.filter(forum=forum).order_by("-starts_at", "-id").first()


def _coming(actor: Actor, forum: Forum | None) -> QuerySet[Meeting]:
    """Narrow to open meetings; one that nobody began leaves the list half a day after its time."""
    return _here(actor, forum).filter(state__in=_OPEN, ends_at__gt=timezone.now() - _STAYS)


def _here(actor: Actor, forum: Forum | None) -> QuerySet[Meeting]:
    meetings = Meeting.objects.filter(partnership_id=actor.table_id)
    return meetings.filter(forum=forum) if forum else meetings
