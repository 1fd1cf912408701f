"""Course — mødets gang: begin, go on, postpone, end, say who is there; each is one tap and works without script."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.meetings import actions, queries
from rundbord.meetings.models import AgendaItem, Meeting, MeetingEntry
from rundbord.meetings.screens.board_forms import CorrectForm, ItemForm
from rundbord.meetings.vocabulary import Presence
from rundbord.partnership.queries import place_names, seat_in
from rundbord.web import SignedInRequest, attempt, page, screen


@screen(Permission.RUN_MEETINGS, writes=True)
def begin_meeting(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Begin with the first item."""
    return _tap(request, queries.meeting_of(meeting_id), lambda found: actions.begin_meeting(found, by=request.actor))


@screen(Permission.RUN_MEETINGS, writes=True)
def go_on(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Go to the next item; the button names the one that is left, so that two taps at once are one."""
    leaving = _uuid(request.POST.get("fra", ""))
    return _tap(
        request,
        queries.meeting_of(meeting_id),
        lambda found: actions.go_on(found, leaving=leaving, by=request.actor),
    )


@screen(Permission.RUN_MEETINGS, writes=True)
def postpone_item(request: SignedInRequest, meeting_id: UUID, item_id: UUID) -> HttpResponse:
    """Put an item on the next agenda, or take it back."""
    meeting = queries.meeting_of(meeting_id)
    item = queries.item_of(meeting, item_id)
    return _tap(request, meeting, lambda _: actions.postpone_item(item, by=request.actor))


@screen(Permission.RUN_MEETINGS, writes=True)
def end_meeting(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """End the meeting, and go to its minutes."""
    meeting = queries.meeting_of(meeting_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: actions.end_meeting(meeting, by=request.actor))
        if form.is_valid():
            return HttpResponseRedirect(reverse("meetings:minutes", args=[meeting.pk]))
    board = queries.board_of(meeting, request.actor)
    return page(request, "meetings/end_meeting.html", {"form": form, "meeting": meeting, "board": board})


@screen(Permission.TAKE_PART, writes=True)
def note_presence(request: SignedInRequest, meeting_id: UUID, seat_id: UUID) -> HttpResponse:
    """Say whether a seat is filled."""
    meeting = queries.meeting_of(meeting_id)
    seat = seat_in(meeting.forum, seat_id)
    told = request.POST.get("svar", "")

    def note(found: Meeting) -> None:
        if told in set(Presence):
            actions.note_presence(found, seat, Presence(told), by=request.actor)

    return _tap(request, meeting, note, anchor="fremmoede")


@screen(Permission.TAKE_PART, writes=True)
def correct_entry(request: SignedInRequest, meeting_id: UUID, entry_id: UUID) -> HttpResponse:
    """Put other words in the place of the own unit's."""
    meeting = queries.meeting_of(meeting_id)
    entry = queries.entry_of(meeting, entry_id, request.actor)
    form = CorrectForm(
        request.POST if request.method == "POST" else None, initial={"text": entry.text}, places=place_names()
    )
    if form.is_valid() and attempt(form, lambda: _correct(form, entry, request)) is not None:
        return _back(meeting, entry.item_id)
    return page(request, "meetings/correct_entry.html", {"form": form, "meeting": meeting, "entry": entry})


@screen(Permission.RUN_MEETINGS, writes=True)
def add_item(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Put a matter on the agenda."""
    meeting = queries.meeting_of(meeting_id)
    form = ItemForm(request.POST if request.method == "POST" else None, places=place_names())
    if form.is_valid() and attempt(form, lambda: _add(form, meeting, request)) is not None:
        return _back(meeting)
    return page(request, "meetings/add_item.html", {"form": form, "meeting": meeting})


def _correct(form: CorrectForm, entry: MeetingEntry, request: SignedInRequest) -> MeetingEntry:
    return actions.correct_entry(entry, form.cleaned_data["text"], overridden=form.overridden, by=request.actor)


def _add(form: ItemForm, meeting: Meeting, request: SignedInRequest) -> AgendaItem:
    return actions.add_item(meeting, **form.cleaned_data, overridden=form.overridden, by=request.actor)


def _tap(
    request: SignedInRequest, meeting: Meeting, act: Callable[[Meeting], None], *, anchor: str = ""
) -> HttpResponse:
    """Do what one button says; a refusal is shown with the way back."""
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: act(meeting))
        if not form.is_valid():
            return page(request, "meetings/refused.html", {"form": form, "meeting": meeting})
    return _back(meeting, anchor=anchor)


def _back(meeting: Meeting, item_id: UUID | None = None, *, anchor: str = "") -> HttpResponse:
    address = reverse("meetings:show_meeting", args=[meeting.pk])
    asked = f"?punkt={item_id}" if item_id else ""
    return HttpResponseRedirect(f"{address}{asked}{'#' if anchor else ''}{anchor}")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Http404 from None
