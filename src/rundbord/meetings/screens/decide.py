"""Decide at a meeting — beslut på mødet: what, who and by when, before the meeting ends."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.identity.models import Unit
from rundbord.meetings import actions, queries
from rundbord.meetings.models import AgendaItem, Meeting
from rundbord.meetings.queries import Board
from rundbord.partnership.offering import offer_units
from rundbord.partnership.queries import place_names, seats_of, units_at_table
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class DecideForm(GuardedForm):
    """What, who, when; why is folded out."""

    guarded = ("what", "why")

    what = forms.CharField(
        label="Hvad skal der gøres?", max_length=200, help_text="Én handling, som en enhed kan melde færdig."
    )
    owner = forms.ChoiceField(label="Hvilken enhed gør det?")
    due_on = forms.DateField(label="Senest", widget=DayInput)
    item = forms.ChoiceField(label="Under punkt", required=False)
    why = forms.CharField(label="Hvorfor?", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    review_on = forms.DateField(label="Følg op den", required=False, widget=DayInput)

    def __init__(self, *args: Any, units: list[Unit], board: Board, **options: Any) -> None:
        """Offer the units of seated authorities, and the items of the agenda."""
        super().__init__(*args, **options)
        self.units = offer_units(self.fields["owner"], units)
        self.items: dict[str, AgendaItem] = {str(each.item.pk): each.item for each in board.items}
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        named = [(key, f"{item.position}. {item.title}") for key, item in self.items.items()]
        field.choices = [("", "Intet bestemt punkt"), *named]


@screen(Permission.DECIDE, writes=True)
def decide(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Take the decision, give the task, and go back to the table."""
    meeting = queries.meeting_of(meeting_id)
    draft = restored_draft(request)
    form = _form(request, meeting, dict(draft.initial))
    if form.is_valid() and attempt(form, lambda: _act(form, meeting, request)) is not None:
        return HttpResponseRedirect(f"{reverse('meetings:show_meeting', args=[meeting.pk])}#beslutninger")
    return page(request, "meetings/decide.html", {"form": form, "meeting": meeting, "draft": draft})


def _form(request: SignedInRequest, meeting: Meeting, kept: dict[str, Any]) -> DecideForm:
    seated = {seat.authority_id for seat in seats_of(meeting.forum)}
    units = [unit for unit in units_at_table(request.actor) if unit.authority_id in seated]
    board = queries.board_of(meeting, request.actor, shown=request.GET.get("punkt", ""))
    at = str(board.shown.item.pk) if board.shown else ""
    return DecideForm(
        request.POST if request.method == "POST" else None,
        initial={"due_on": timezone.localdate(), "item": at, **kept},
        units=units,
        board=board,
        places=place_names(),
    )


def _act(form: DecideForm, meeting: Meeting, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.decide_at_meeting(
        meeting,
        actions.Taken(
            what=given["what"],
            owner=form.units[given["owner"]],
            due_on=given["due_on"],
            why=given["why"],
            review_on=given["review_on"],
            item=form.items.get(given["item"]),
        ),
        overridden=form.overridden,
        by=request.actor,
    )
