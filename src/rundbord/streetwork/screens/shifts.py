"""Shifts — vagter på gaden: who is out and who goes out, then those that are over, newest first."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.streetwork import queries
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_SHIFTS)
def shifts(request: SignedInRequest) -> HttpResponse:
    """Show the coming fortnight and a page of what is over."""
    actor = request.actor
    listed = queries.shift_page(actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "coming": queries.coming_shifts(actor),
        "listed": listed,
        "newer": f"?{urlencode({'foer': listed.before})}" if listed.before else "",
        "older": f"?{urlencode({'efter': listed.after})}" if listed.after else "",
        "overdue": queries.overdue_staff(actor).count(),
        "may_work": actor.may(Permission.WORK_SHIFT),
        "now": timezone.now(),
    }
    return page(request, "streetwork/shifts.html", context)
