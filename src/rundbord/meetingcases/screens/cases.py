"""Cases — sager på mødet: what the own unit brings, what others in the room told it, and nothing of anybody else's."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.concerns.queries.finding import person_of
from rundbord.concerns.queries.lists import Row, Shown, listed
from rundbord.handover.queries.places import meeting_with_lists
from rundbord.meetingcases import actions
from rundbord.meetingcases.queries import CaseRow, case_of, cases_at, offered_copies
from rundbord.meetings.models import Meeting
from rundbord.sharing.queries import received_of
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.one_tap import one_tap


class PutForm(forms.Form):
    """One of the files that the unit follows, by its deadline."""

    person = forms.ChoiceField(label="Hvilken sag?", error_messages={"required": "Vælg en sag."})

    def __init__(self, *args: Any, files: list[Row], **options: Any) -> None:
        """Offer the files that are not on the list yet."""
        super().__init__(*args, **options)
        names = [(str(each.known.person.pk), f"{each.known.name}, {each.known.age_words}") for each in files]
        self.fields["person"].choices = [("", "Vælg sag"), *names]  # type: ignore[attr-defined]


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSONS, writes=True)
def cases(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Show the unit's own cases; take one more."""
    actor = request.actor
    meeting = meeting_with_lists(meeting_id, actor)
    rows = cases_at(meeting, actor)
    form = _form(request, rows) if actor.may(Permission.WORK_CONCERNS) else None
    if form and form.is_valid() and attempt(form, lambda: _put(form, meeting, request)):
        return HttpResponseRedirect(_at(meeting_id))
    offered = offered_copies(meeting, actor) if actor.may(Permission.READ_DISCLOSED) else []
    actions.read_cases(meeting, len(rows) + len(offered), by=actor)
    context = {
        "meeting": meeting,
        "rows": rows,
        "form": form,
        "offered": offered,
        "was_refused": "afvist" in request.GET,
    }
    return page(request, "meetingcases/cases.html", context)


@screen(Permission.READ_DISCLOSED, writes=True)
def put_copy(request: SignedInRequest, meeting_id: UUID, received_id: UUID) -> HttpResponse:
    """Put what others told on the own list."""
    meeting = meeting_with_lists(meeting_id, request.actor)
    received_of(received_id)
    return one_tap(request, lambda: actions.put_copy(meeting, received_id, by=request.actor), back=_at(meeting_id))


@screen(Permission.SEE_CONCERNS, writes=True)
def take_off(request: SignedInRequest, case_id: UUID) -> HttpResponse:
    """Take one off the own list."""
    row = case_of(case_id, request.actor)
    meeting_id = row.case.meeting_id
    return one_tap(request, lambda: actions.take_off(row.case, by=request.actor), back=_at(meeting_id))


def _form(request: SignedInRequest, rows: list[CaseRow]) -> PutForm:
    there = {row.case.person_id for row in rows}
    files = [each for each in listed(request.actor, Shown.UNIT).rows if each.known.person.pk not in there]
    return PutForm(request.POST if request.method == "POST" else None, files=files)


def _put(form: PutForm, meeting: Meeting, request: SignedInRequest) -> object:
    return actions.put_file(meeting, person_of(UUID(form.cleaned_data["person"])), by=request.actor)


def _at(meeting_id: UUID) -> str:
    return reverse("meetingcases:cases", args=[meeting_id])
