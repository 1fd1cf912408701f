"""Delay — udskyd svaret: why it takes longer, and when the answer comes."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import Regime
from rundbord.rights import actions
from rundbord.rights.models import RightsRequest
from rundbord.rights.queries.requests import request_of
from rundbord.rights.rules.clocks import latest_answer
from rundbord.rights.vocabulary import DelayWhy
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.person_fields import day_field, posted


class DelayForm(forms.Form):
    """Why, and until when."""

    why = forms.ChoiceField(label="Hvorfor?", choices=DelayWhy.choices(), widget=ChoiceButtons)
    new_day = day_field("Hvornår kommer svaret?")


@screen(Permission.HANDLE_RIGHTS, writes=True)
def delay(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Show the form, and set the new day."""
    asked = request_of(request_id, request.actor)
    form = DelayForm(posted(request))
    if form.is_valid() and attempt(form, lambda: _delay(form, asked, request)):
        return HttpResponseRedirect(reverse("rights:show_request", args=[asked.pk]))
    context = {"asked": asked, "form": form, "latest": latest_answer(asked.received_on, Regime(asked.regime))}
    return page(request, "rights/delay.html", context)


def _delay(form: DelayForm, asked: RightsRequest, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.delay(asked, DelayWhy(given["why"]), new_day=given["new_day"], by=request.actor)
    return True
