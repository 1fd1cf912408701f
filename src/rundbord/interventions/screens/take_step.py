"""Take a step — notér et skridt: at a desk or at the door."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, StepTaken
from rundbord.interventions.rules.hard_stops import stops_before
from rundbord.interventions.rules.kinds import Step
from rundbord.interventions.rules.sides import side_of
from rundbord.interventions.screens.step_form import StepForm, beside_the_fields
from rundbord.web import SignedInRequest, Subject, attempt, page, screen


@screen(Permission.WORK_CONCERNS, reads=Subject.INTERVENTION, writes=True)
def take_step(request: SignedInRequest, intervention_id: UUID, step_key: str) -> HttpResponse:
    """Ask for what the step asks for, and note it."""
    intervention = queries.intervention_of(intervention_id)
    step = queries.step_of(intervention, step_key)
    actions.read_intervention(intervention, by=request.actor)
    offers = queries.places_to_take(request.actor) if step.takes_place else []
    form = StepForm(_posted(request), step=step, side=side_of(request.actor.authority_kind), offers=offers)
    back = reverse("interventions:show_intervention", args=[intervention.pk])
    if form.is_valid() and attempt(form, lambda: _take(form, intervention, step, request)) is not None:
        return HttpResponseRedirect(back)
    context = {
        "form": form,
        "step": step,
        "intervention": intervention,
        "kind": queries.kind_of(intervention),
        "name": queries.name_of(intervention.person),
        "stops": stops_before(step, queries.safety_of(intervention.person)),
    }
    return page(request, "interventions/take_step.html", context)


def _take(form: StepForm, intervention: Intervention, step: Step, request: SignedInRequest) -> StepTaken:
    sent = actions.Sent(id=form.sent_id)
    try:
        return actions.take_step(
            intervention, step, form.attempted(), sent=sent, place=form.taken_place, by=request.actor
        )
    except Refused as refusal:
        raise beside_the_fields(refusal) from refusal


def _posted(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else None
