"""Where an exit case goes from here, and that it lasts longer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.interventions.exit_vocabulary import ExitState
from rundbord.interventions.queries.exits import exit_case_of
from rundbord.interventions.rules.exit_states import next_states
from rundbord.interventions.screens.exit_writer import Words, Writing, written
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, screen

_MOVE = Words(title="Ny status", lead="Hvor er forløbet nået til?", button="Gem status")
_PROLONG = Words(
    title="Forlæng forløbet",
    lead="Et exit-forløb varer typisk seks måneder og højst 12. Længere kræver en grund, der gælder dette menneske.",
    button="Forlæng",
)


class MoveForm(forms.Form):
    """Where to, and why."""

    to = forms.ChoiceField(label="Ny status", widget=ChoiceButtons, error_messages={"required": "Vælg en status."})
    reason = forms.CharField(
        label="Begrundelse", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, state: ExitState, **options: Any) -> None:
        """Offer the ways that lead on from where it stands."""
        super().__init__(*args, **options)
        field: Any = self.fields["to"]
        field.choices = [(each.value, each.label) for each in next_states(state)]


class ProlongForm(forms.Form):
    """Until when, and why."""

    until = forms.DateField(label="Ny sidste dag", widget=DayInput)
    reason = forms.CharField(label="Hvorfor?", max_length=600, widget=forms.Textarea(attrs={"rows": 3}))


@screen(Permission.COORDINATE_EXIT, writes=True)
def move_case(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Move a case on, or end it."""
    case = exit_case_of(exit_id)
    form = MoveForm(request.POST if request.method == "POST" else None, state=ExitState(case.state))
    return written(request, Writing(case=case, form=form, words=_MOVE, act=lambda: _move(form, case, request)))


@screen(Permission.COORDINATE_EXIT, writes=True)
def prolong_case(request: SignedInRequest, exit_id: UUID) -> HttpResponse:
    """Let a case last longer."""
    case = exit_case_of(exit_id)
    form = ProlongForm(request.POST if request.method == "POST" else None)
    act = exits.prolong_case
    return written(
        request,
        Writing(case=case, form=form, words=_PROLONG, act=lambda: act(case, **form.cleaned_data, by=request.actor)),
    )


def _move(form: MoveForm, case: Any, request: SignedInRequest) -> object:
    told = form.cleaned_data
    return exits.move_case(case, ExitState(told["to"]), reason=told["reason"], by=request.actor)
