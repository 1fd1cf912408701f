"""Calling — indkaldelse: call a meeting of a forum, move it, cancel it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.meetings import actions, queries
from rundbord.meetings.models import Meeting
from rundbord.meetings.rules.calling import usual_next_day
from rundbord.partnership.models import Forum
from rundbord.partnership.queries import forum_of, place_names
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.rules.forums import Cadence
from rundbord.partnership.vocabulary import Rhythm
from rundbord.ui.forms import ClockInput, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class MeetingForm(GuardedForm):
    """When and where."""

    guarded = ("place",)

    day = forms.DateField(label="Dag", widget=DayInput)
    clock = forms.TimeField(label="Klokken", widget=ClockInput)
    minutes = forms.IntegerField(label="Minutter", min_value=5, max_value=720)
    place = forms.CharField(label="Sted", required=False, max_length=160)
    has_private_place = forms.BooleanField(label="Stedet må ikke stå i kalendere", required=False)

    def terms(self) -> actions.MeetingTerms:
        """Give what was chosen, at Danish time."""
        given = self.cleaned_data
        return actions.MeetingTerms(
            starts_at=at_clock(given["day"], given["clock"]),
            minutes=given["minutes"],
            place=given["place"],
            has_private_place=given["has_private_place"],
        )


@screen(Permission.RUN_MEETINGS, writes=True)
def call_meeting(request: SignedInRequest, forum_id: UUID) -> HttpResponse:
    """Call the seats together; day and time are proposed by the forum's cadence."""
    forum = forum_of(forum_id)
    form = _form(request, _usual(forum))
    if form.is_valid() and (meeting := attempt(form, lambda: _call(form, forum, request))):
        return _to(meeting)
    return page(request, "meetings/call_meeting.html", {"form": form, "forum": forum})


def _call(form: MeetingForm, forum: Forum, request: SignedInRequest) -> Meeting:
    return actions.call_meeting(
        forum, form.terms(), open_decisions=queries.open_decisions(forum, request.actor), by=request.actor
    )


@screen(Permission.RUN_MEETINGS, writes=True)
def move_meeting(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Give a meeting another time or place."""
    meeting = queries.meeting_of(meeting_id)
    form = _form(request, _standing(meeting))
    if form.is_valid():
        attempt(form, lambda: actions.move_meeting(meeting, form.terms(), by=request.actor))
        if form.is_valid():
            return _to(meeting)
    return page(request, "meetings/move_meeting.html", {"form": form, "meeting": meeting})


@screen(Permission.RUN_MEETINGS, writes=True)
def cancel_meeting(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Ask whether the meeting is to be cancelled, and cancel it."""
    meeting = queries.meeting_of(meeting_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: actions.cancel_meeting(meeting, by=request.actor))
        if form.is_valid():
            return _to(meeting)
    return page(request, "meetings/cancel_meeting.html", {"form": form, "meeting": meeting})


def _form(request: SignedInRequest, initial: dict[str, Any]) -> MeetingForm:
    return MeetingForm(request.POST if request.method == "POST" else None, initial=initial, places=place_names())


def _to(meeting: Meeting) -> HttpResponse:
    return HttpResponseRedirect(reverse("meetings:show_meeting", args=[meeting.pk]))


def _usual(forum: Forum) -> dict[str, Any]:
    latest = queries.latest_called(forum)
    last = timezone.localdate(latest.starts_at) if latest else None
    cadence = Cadence(rhythm=Rhythm(forum.rhythm), every=forum.every, weekdays=tuple(forum.weekdays))
    return {
        "day": usual_next_day(cadence, last=last, today=timezone.localdate()),
        "clock": forum.starts_at,
        "minutes": forum.minutes,
        "place": forum.place,
        "has_private_place": forum.has_private_place,
    }


def _standing(meeting: Meeting) -> dict[str, Any]:
    starts = timezone.localtime(meeting.starts_at)
    return {
        "day": starts.date(),
        "clock": starts.time(),
        "minutes": int((meeting.ends_at - meeting.starts_at).total_seconds() // 60),
        "place": meeting.place,
        "has_private_place": meeting.has_private_place,
    }
