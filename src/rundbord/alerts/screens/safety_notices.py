"""Safety notices — sikkerhedsbeskeder: those that hold, and those that did; each with who has received it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts import queries
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.RECEIVE_SAFETY_NOTICE)
def safety_notices(request: SignedInRequest) -> HttpResponse:
    """Show a page of the list."""
    listed = queries.notice_page(request.actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "listed": listed,
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
        "may_send": request.actor.may(Permission.SEND_SAFETY_NOTICE),
        "is_place": request.actor.is_place,
        "now": timezone.now(),
    }
    return page(request, "alerts/safety_notices.html", context)
