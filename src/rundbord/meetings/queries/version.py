"""A version of what a reader sees of a meeting: it changes when that changes, and tells nothing else (ADR 0011)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.access.opaque_version import opaque_version
from rundbord.access.permissions import Permission
from rundbord.meetings.models import AgendaItem, Approval, Attendance, Meeting, MeetingEntry
from rundbord.tasks.models import Task


def version_of(meeting_id: UUID, actor: Actor) -> str:
    """Give it in one query over counts and newest moments; without a seat there is none."""
    parts = {
        "said": _newest(MeetingEntry.objects.all(), "at"),
        "many_said": _count(MeetingEntry.objects.all()),
        "begun": _newest(AgendaItem.objects.all(), "begun_at"),
        "ended": _newest(AgendaItem.objects.all(), "ended_at"),
        "many_items": _count(AgendaItem.objects.all()),
        "postponed": _count(AgendaItem.objects.filter(is_postponed=True)),
        "present": _newest(Attendance.objects.all(), "at"),
        "answered": _count(Approval.objects.all()),
    }
    if actor.may(Permission.SEE_TASKS) and not actor.is_place:
        parts["decided"] = _decided()
    found = Meeting.objects.filter(pk=meeting_id).annotate(**parts).values("changed_at", *parts).first()
    if found is None:
        raise Http404
    return opaque_version(actor, [meeting_id, *found.values()])


def _decided() -> Subquery:
    of_meeting = Task.objects.filter(forum_id=OuterRef("forum_id"), meeting_id=OuterRef("pk")).order_by()
    return Subquery(of_meeting.values("meeting_id").annotate(newest=Max("decided_at")).values("newest"))


def _newest(rows: QuerySet[Any], column: str) -> Subquery:
    of_meeting = rows.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Subquery(of_meeting.annotate(newest=Max(F(column))).values("newest"))


def _count(rows: QuerySet[Any]) -> Subquery:
    of_meeting = rows.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Subquery(of_meeting.annotate(many=Count("pk")).values("many"))
