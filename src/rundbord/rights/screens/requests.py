"""Requests — rettigheder: what citizens have asked for, by when, and how it ended; without a name."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.rights.queries.questions import waiting_questions
from rundbord.rights.queries.remedies import late_remedies
from rundbord.rights.queries.requests import requests_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.FOLLOW_RIGHTS)
def requests(request: SignedInRequest) -> HttpResponse:
    """List them."""
    found = requests_of(request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "found": found,
        "asked_count": waiting_questions(request.actor) if request.actor.may(Permission.HANDLE_RIGHTS) else 0,
        "late_remedies": late_remedies(request.actor) if request.actor.may(Permission.HANDLE_RIGHTS) else 0,
        "may_answer": request.actor.may(Permission.HANDLE_RIGHTS),
        "newer_url": f"?foer={found.newer}" if found.newer else "",
        "older_url": f"?efter={found.older}" if found.older else "",
    }
    return page(request, "rights/requests.html", context)
