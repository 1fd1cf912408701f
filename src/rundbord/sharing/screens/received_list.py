"""Received — modtaget: what the own unit was told, newest first; no name stands here."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.sharing import queries
from rundbord.web import SignedInRequest, page, screen
from rundbord.web.beside import beside_young


@screen(Permission.READ_DISCLOSED)
def received_list(request: SignedInRequest) -> HttpResponse:
    """Show a page of the list; a leader also sees what waits for readers."""
    listed, rows = queries.received_page(
        request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    may_name = request.actor.may(Permission.APPROVE_PRIVATE)
    context = {
        "rows": rows,
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
        "requests": queries.requests_for_readers(request.actor) if may_name else [],
        "beside": beside_young(request.actor, "sharing:received_list"),
        "now": timezone.now(),
    }
    return page(request, "sharing/received_list.html", context)
