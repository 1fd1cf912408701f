"""Decide case — beslutning i en sag: who was in the room for it, what was decided, who does it and by when."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.models import Unit
from rundbord.meetingcases import actions
from rundbord.meetingcases.queries import CaseRow, case_of, room_for, units_in_room
from rundbord.meetingcases.rules import Outcome, Room
from rundbord.meetingcases.vocabulary import CaseDecision
from rundbord.partnership.offering import offer_units
from rundbord.ui.forms import ChoiceButtons, ChoiceChips, DayInput
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


class OutcomeForm(forms.Form):
    """No free text: what was said in the room stays there."""

    present = forms.MultipleChoiceField(
        label="Hvem var med i denne sag?",
        widget=ChoiceChips,
        help_text="De andre har forladt rummet, før sagen blev åbnet.",
        error_messages={"required": "Vælg, hvem der var med."},
    )
    decision = forms.ChoiceField(
        label="Hvad blev besluttet?",
        choices=CaseDecision.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg beslutningen."},
    )
    responsible = forms.ChoiceField(label="Hvilken enhed gør det?", required=False)
    due_on = forms.DateField(label="Senest", required=False, widget=DayInput)

    def __init__(self, *args: Any, units: list[Unit], **options: Any) -> None:
        """Offer the units in the room."""
        super().__init__(*args, **options)
        names = [(str(unit.pk), f"{unit.name}, {unit.authority.short_name}") for unit in units]
        self.fields["present"].choices = names  # type: ignore[attr-defined]
        offer_units(self.fields["responsible"], units)

    def outcome(self) -> Outcome:
        """Give what was chosen."""
        given = self.cleaned_data
        return Outcome(
            decision=CaseDecision(given["decision"]),
            responsible=UUID(given["responsible"]) if given["responsible"] else None,
            due_on=given["due_on"],
            present=frozenset(map(UUID, given["present"])),
        )


@screen(Permission.SEE_CONCERNS, reads=Subject.YOUNG_PERSON, writes=True)
def decide_case(request: SignedInRequest, case_id: UUID) -> HttpResponse:
    """Show the case with who has been told; note the outcome."""
    row = case_of(case_id, request.actor)
    back = reverse("meetingcases:cases", args=[row.case.meeting_id])
    units, room = units_in_room(row.case.meeting), room_for(row.case)
    form = _form(request, row, units, room)
    if form.is_valid() and attempt(form, lambda: bool(actions.decide_case(row.case, form.outcome(), by=request.actor))):
        return HttpResponseRedirect(back)
    actions.read_cases(row.case.meeting, 1, by=request.actor)
    others = [unit for unit in units if unit.pk != request.actor.unit_id]
    context = {
        "row": row,
        "form": form,
        "back_url": back,
        "told": [unit for unit in others if unit.pk in room.told],
        "untold": [unit for unit in others if unit.pk not in room.told],
        "tell_url": _tell_url(row, [unit for unit in others if unit.pk not in room.told]),
    }
    return page(request, "meetingcases/decide_case.html", context)


def _form(request: SignedInRequest, row: CaseRow, units: list[Unit], room: Room) -> OutcomeForm:
    there = [str(unit.pk) for unit in units if unit.pk == request.actor.unit_id or _is_known_to(unit, row, room)]
    return OutcomeForm(
        request.POST if request.method == "POST" else None,
        units=units,
        initial={"present": there, "responsible": str(request.actor.unit_id)},
    )


def _is_known_to(unit: Unit, row: CaseRow, room: Room) -> bool:
    """Only what the own unit told itself is known here; of a copy that others gave it is not."""
    return row.case.person_id is not None and unit.pk in room.told


def _tell_url(row: CaseRow, units: list[Unit]) -> str:
    """Lead to the one door by which the others in the room can be told; nothing is chosen but them."""
    if row.case.person_id is None or not units:
        return ""
    chosen = urlencode([("enhed", str(unit.pk)) for unit in units])
    return f"{reverse('concerns:disclose_facts', args=[row.case.person_id])}?{chosen}"
