"""Proposals — forslag: what forums are asked between their meetings, the newest first."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import forums
from rundbord.tasks import queries
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_TASKS)
def proposals(request: SignedInRequest) -> HttpResponse:
    """Show a page of proposals."""
    listed = queries.proposal_page(
        request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "listed": listed,
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
        "may_propose": request.actor.may(Permission.DECIDE) and forums(request.actor).exists(),
        "now": timezone.now(),
    }
    return page(request, "tasks/proposals.html", context)
