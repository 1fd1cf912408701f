"""End an intervention — slut indsatsen."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, InterventionEnd
from rundbord.interventions.vocabulary import Ending
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


class EndForm(forms.Form):
    """How it ends, and why."""

    ending = forms.ChoiceField(
        label="Hvordan slutter indsatsen?",
        choices=Ending.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, hvordan indsatsen slutter."},
    )
    reason = forms.CharField(
        label="Hvorfor?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Skriv kort, hvorfor indsatsen slutter."},
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.INTERVENTION, writes=True)
def end_intervention(request: SignedInRequest, intervention_id: UUID) -> HttpResponse:
    """End it by hand, and go back to it."""
    intervention = queries.intervention_of(intervention_id)
    actions.read_intervention(intervention, by=request.actor)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: _end(form, intervention, request)) is not None:
        return HttpResponseRedirect(reverse("interventions:show_intervention", args=[intervention.pk]))
    context = {
        "form": form,
        "intervention": intervention,
        "kind": queries.kind_of(intervention),
        "name": queries.name_of(intervention.person),
    }
    return page(request, "interventions/end_intervention.html", context)


def _end(form: EndForm, intervention: Intervention, request: SignedInRequest) -> InterventionEnd:
    given = form.cleaned_data
    return actions.end_intervention(
        intervention, ending=Ending(given["ending"]), reason=given["reason"], by=request.actor
    )
