"""Pass a need on — giv et behov videre: what kind, and to which unit; never who."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.streetwork import actions
from rundbord.streetwork.models import PassedNeed, Shift
from rundbord.streetwork.queries.finding import own_shift_of
from rundbord.streetwork.queries.staff import units_to_pass_to
from rundbord.streetwork.screens.offering import offer_units
from rundbord.streetwork.vocabulary import NeedKind
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen


class PassNeedForm(forms.Form):
    """Two choices and no words."""

    kind = forms.ChoiceField(
        label="Hvilket behov?",
        choices=NeedKind.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg det, der passer bedst."},
    )
    unit = forms.ChoiceField(label="Til hvilken enhed?", error_messages={"required": "Vælg enheden."})

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the units at the table."""
        super().__init__(*args, **options)
        self.units = offer_units(self.fields["unit"], units_to_pass_to(request.actor))


@screen(Permission.WORK_SHIFT, writes=True)
def pass_need(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Note it, and go back to the shift."""
    shift = own_shift_of(shift_id, request.actor)
    draft = restored_draft(request)
    form = PassNeedForm(request.POST if request.method == "POST" else None, request=request, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _act(form, shift, request)) is not None:
        return HttpResponseRedirect(f"{reverse('streetwork:show_shift', args=[shift.pk])}#behov")
    return page(request, "streetwork/pass_need.html", {"form": form, "shift": shift, "draft": draft})


def _act(form: PassNeedForm, shift: Shift, request: SignedInRequest) -> PassedNeed:
    given = form.cleaned_data
    return actions.pass_need(shift, NeedKind(given["kind"]), form.units[given["unit"]], by=request.actor)
