"""Show an intervention — indsatsen: what stops, what is next, what was done."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.interventions import actions, queries
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.SEE_CONCERNS, reads=Subject.INTERVENTION)
def show_intervention(request: SignedInRequest, intervention_id: UUID) -> HttpResponse:
    """Show it whole."""
    intervention = queries.intervention_of(intervention_id)
    actions.read_intervention(intervention, by=request.actor)
    sheet = queries.sheet_of(intervention, request.actor)
    context = {
        "sheet": sheet,
        "intervention": intervention,
        "kind": sheet.kind,
        "step": sheet.next_step,
        "stops": sheet.stops,
        "may_disclose": request.actor.may(Permission.DISCLOSE) and request.actor.unit_id is not None,
        "may_print": request.actor.may(Permission.WORK_CONCERNS),
    }
    return page(request, "interventions/show_intervention.html", context)
