"""Plan a step — planlæg tid: when and where."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, PlannedStep
from rundbord.interventions.rules.hard_stops import stops_before
from rundbord.interventions.rules.kinds import Step
from rundbord.ui.forms import MomentInput
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


class PlanForm(forms.Form):
    """When, and where."""

    planned_for = forms.DateTimeField(
        label="Hvornår?", widget=MomentInput, error_messages={"required": "Skriv dag og klokkeslæt."}
    )
    place = forms.CharField(
        label="Hvor, og hvem kommer?",
        required=False,
        max_length=200,
        help_text="For eksempel »På biblioteket, Mette og betjenten«. Skriv aldrig en beskyttet adresse.",
    )


@screen(Permission.WORK_CONCERNS, reads=Subject.INTERVENTION, writes=True)
def plan_step(request: SignedInRequest, intervention_id: UUID, step_key: str) -> HttpResponse:
    """Set the time of the next step."""
    intervention = queries.intervention_of(intervention_id)
    step = queries.step_of(intervention, step_key)
    actions.read_intervention(intervention, by=request.actor)
    form = PlanForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: _plan(form, intervention, step, request)) is not None:
        return HttpResponseRedirect(_next(intervention, request))
    context = {
        "form": form,
        "step": step,
        "intervention": intervention,
        "kind": queries.kind_of(intervention),
        "name": queries.name_of(intervention.person),
        "stops": stops_before(step, queries.safety_of(intervention.person)),
    }
    return page(request, "interventions/plan_step.html", context)


def _next(intervention: Intervention, request: SignedInRequest) -> str:
    """Go on to asking whether others visit the same family, where a round is open; else back."""
    plan = queries.plan_at_home(intervention)
    fits = plan and any(not each.is_asked for each in queries.fitting_rounds(intervention, plan, request.actor))
    return reverse(f"interventions:{'ask_who_visits' if fits else 'show_intervention'}", args=[intervention.pk])


def _plan(form: PlanForm, intervention: Intervention, step: Step, request: SignedInRequest) -> PlannedStep:
    given = form.cleaned_data
    return actions.plan_step(
        intervention, step, planned_for=given["planned_for"], place=given["place"], by=request.actor
    )
