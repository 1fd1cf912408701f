"""Alerts — pludselige hændelser: the list, newest first, each with how long things took."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts import queries
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_ALERTS)
def alerts(request: SignedInRequest) -> HttpResponse:
    """Show a page of the list."""
    listed = queries.event_page(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "listed": listed,
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
        "may_raise": request.actor.may(Permission.RAISE_ALERT),
        "now": timezone.now(),
    }
    return page(request, "alerts/alerts.html", context)
