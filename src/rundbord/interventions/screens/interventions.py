"""Interventions — indsatser: what is due first, within reach."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.interventions import actions, queries
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.SEE_CONCERNS, reads=Subject.INTERVENTION)
def interventions(request: SignedInRequest) -> HttpResponse:
    """List what runs, the one due first on top."""
    listed = queries.due_page(request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    actions.read_interventions(count=len(listed.rows), by=request.actor)
    context = {
        "listed": listed,
        "earlier": f"?foer={listed.before}" if listed.before else "",
        "later": f"?efter={listed.after}" if listed.after else "",
        "now": timezone.now(),
    }
    return page(request, "interventions/interventions.html", context)
