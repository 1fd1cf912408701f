"""Own reports — mine indberetninger: what became of each."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.situation import queries
from rundbord.situation.queries.reports import newly_saved
from rundbord.web import SignedInRequest, page, screen

_MOST_SAVED_AT_ONCE = 10


@screen(Permission.SEE_OWN_REPORTS)
def own_reports(request: SignedInRequest) -> HttpResponse:
    """List the actor's reports, newest first, each with its answer."""
    found = queries.own_reports(request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "found": found,
        "saved": newly_saved(request.actor, request.GET.getlist("gemt")[:_MOST_SAVED_AT_ONCE]),
        "newer": f"?{urlencode({'foer': found.newer})}" if found.newer else "",
        "older": f"?{urlencode({'efter': found.older})}" if found.older else "",
        "now": timezone.now(),
    }
    return page(request, "situation/own_reports.html", context)
