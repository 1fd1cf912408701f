"""Ask who visits — besøger andre den samme familie?: with the plan, before the visit; it may be left out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


class WhoVisitsForm(forms.Form):
    """In which round, and why it is necessary to know."""

    round_id = forms.ChoiceField(
        label="I hvilken runde?", widget=ChoiceButtons, error_messages={"required": "Vælg en runde."}
    )
    reason = forms.CharField(
        label="Hvorfor er det nødvendigt at vide?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Med egne ord, mindst 30 bogstaver. Står i den unges sag; andre myndigheder ser det ikke.",
        error_messages={"required": "Skriv, hvorfor det er nødvendigt."},
    )

    def __init__(self, *args: Any, rounds: list[queries.FittingRound], **options: Any) -> None:
        """Offer the rounds that the plan fits and nothing was asked in."""
        super().__init__(*args, **options)
        offered = [(each.id, each.label) for each in rounds if not each.is_asked]
        field = self.fields["round_id"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 — declared above
        field.choices, field.initial = offered, offered[0][0] if offered else None
        self.has_rounds = bool(offered)


@screen(Permission.NOMINATE, reads=Subject.INTERVENTION, writes=True)
def ask_who_visits(request: SignedInRequest, intervention_id: UUID) -> HttpResponse:
    """Ask, and go back to the intervention; without a fitting round there is nothing to ask."""
    intervention = queries.intervention_of(intervention_id)
    actions.read_intervention(intervention, by=request.actor)
    back = reverse("interventions:show_intervention", args=[intervention.pk])
    plan = queries.plan_at_home(intervention)
    rounds = queries.fitting_rounds(intervention, plan, request.actor) if plan else []
    form = WhoVisitsForm(request.POST if request.method == "POST" else None, rounds=rounds)
    if not form.has_rounds:
        return HttpResponseRedirect(back)
    if form.is_valid() and attempt(form, lambda: _ask(form, intervention, request)):
        return HttpResponseRedirect(back)
    context = {
        "form": form,
        "intervention": intervention,
        "plan": plan,
        "kind": queries.kind_of(intervention),
        "name": queries.name_of(intervention.person),
    }
    return page(request, "interventions/ask_who_visits.html", context)


def _ask(form: WhoVisitsForm, intervention: Intervention, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.ask_who_visits(intervention, round_id=UUID(given["round_id"]), reason=given["reason"], by=request.actor)
    return True
