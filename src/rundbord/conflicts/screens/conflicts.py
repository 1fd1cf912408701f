"""Conflicts — konflikter: open ones with the gravest first, closed ones the latest first."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.conflicts import queries
from rundbord.web import SignedInRequest, page, screen

OPEN, CLOSED = "aabne", "afsluttede"


@screen(Permission.SEE_CONFLICTS)
def conflicts(request: SignedInRequest) -> HttpResponse:
    """Show one of the two lists."""
    shown = CLOSED if request.GET.get("vis") == CLOSED else OPEN
    listed = queries.conflict_page(
        is_closed=shown == CLOSED, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    context = {
        "listed": listed,
        "shown": shown,
        "counts": queries.counts(),
        "newer": f"?vis={shown}&foer={listed.before}" if listed.before else "",
        "older": f"?vis={shown}&efter={listed.after}" if listed.after else "",
        "may_edit": request.actor.may(Permission.EDIT_CONFLICTS),
        "now": timezone.now(),
    }
    return page(request, "conflicts/conflicts.html", context)
