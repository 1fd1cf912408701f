"""Told — givet videre: what the own unit passed on or asked about, newest first; no name stands here."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.sharing import queries
from rundbord.web import SignedInRequest, page, screen
from rundbord.web.beside import beside_young


@screen(Permission.SEE_CONCERNS)
def told_list(request: SignedInRequest) -> HttpResponse:
    """Show a page of the list."""
    listed, rows = queries.told_page(
        request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "rows": rows,
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
        "beside": beside_young(request.actor, "sharing:told_list"),
        "now": timezone.now(),
    }
    return page(request, "sharing/told_list.html", context)
