"""Tasks — opgaver: open ones by deadline, the own unit's first; closed ones newest first."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.tasks import queries
from rundbord.web import SignedInRequest, page, screen

OWN, ALL, CLOSED = "egen", "alle", "afsluttede"


@screen(Permission.SEE_TASKS)
def tasks(request: SignedInRequest) -> HttpResponse:
    """Show one of the three lists."""
    asked = request.GET.get("vis", OWN)
    shown = asked if asked in {ALL, CLOSED} else OWN
    listed = queries.task_page(
        request.actor,
        unit_id=request.actor.unit_id if shown == OWN else None,
        is_closed=shown == CLOSED,
        after=request.GET.get("efter", ""),
        before=request.GET.get("foer", ""),
    )
    context = {
        "listed": listed,
        "shown": shown,
        "newer": f"?vis={shown}&foer={listed.before}" if listed.before else "",
        "older": f"?vis={shown}&efter={listed.after}" if listed.after else "",
        "counts": queries.open_counts(request.actor),
        "waiting": queries.waiting_for(request.actor).count(),
        "may_decide": request.actor.may(Permission.DECIDE),
        "now": timezone.now(),
    }
    return page(request, "tasks/tasks.html", context)
