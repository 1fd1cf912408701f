"""Figures — enhedens tal: how long it takes from concern to contact, and what waits; nobody is counted alone."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.interventions import actions, queries
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.SEE_CONCERNS, reads=Subject.INTERVENTION)
def figures(request: SignedInRequest) -> HttpResponse:
    """Show the own unit's last year, and log that it was read."""
    actions.read_figures(by=request.actor)
    context = {"figures": queries.unit_figures(request.actor), "unit": request.actor.unit_name, "now": timezone.now()}
    return page(request, "interventions/figures.html", context)
