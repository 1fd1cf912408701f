"""Answer request — svar på en anmodning: share, partly, decline or refer; nobody is asked for a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership.offering import offer_units
from rundbord.partnership.queries import units_at_table
from rundbord.sharing import actions, queries
from rundbord.sharing.models import ReceivedDisclosure
from rundbord.sharing.rules.answers import TOLD
from rundbord.sharing.vocabulary import Answer
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen


class AnswerForm(forms.Form):
    """The answer, and whom to ask instead."""

    answer = forms.ChoiceField(label="Svar", choices=Answer.choices(), widget=ChoiceButtons)
    referred_to = forms.ChoiceField(
        label="Henvis til", required=False, help_text="Kun når du henviser. Spørgeren må så selv spørge dér."
    )

    def __init__(self, *args: Any, units: list[Any], **options: Any) -> None:
        """Offer the units at the table."""
        super().__init__(*args, **options)
        self.unit_of = offer_units(self.fields["referred_to"], units)


@screen(Permission.DISCLOSE, writes=True)
def answer_request(request: SignedInRequest, received_id: UUID) -> HttpResponse:
    """Answer once."""
    received = queries.received_of(received_id)
    view = queries.received_view(received)
    if not view.row.is_request:
        raise Http404
    units = units_at_table(request.actor, with_partners=False)
    form = AnswerForm(request.POST if request.method == "POST" else None, units=units)
    if form.is_valid() and attempt(form, lambda: _answer(form, received, request)):
        return HttpResponseRedirect(reverse("sharing:show_received", args=[received_id]))
    actions.read_received(received, by=request.actor)
    told = [(answer.label, TOLD[answer]) for answer in Answer]
    context = {"received": received, "view": view, "row": view.row, "form": form, "told": told}
    return page(request, "sharing/answer_request.html", context)


def _answer(form: AnswerForm, received: ReceivedDisclosure, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.answer_request(
        received,
        Answer(given["answer"]),
        referred_to=form.unit_of.get(given["referred_to"]),
        by=request.actor,
    )
    return True
