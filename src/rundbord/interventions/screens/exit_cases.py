"""Exit — exit-forløb: the own cases, what is due first on top."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.interventions.actions import exits
from rundbord.interventions.queries.exits import ended_exits, exit_page, waiting_copies
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.COORDINATE_EXIT, reads=Subject.EXIT_CASES)
def exit_cases(request: SignedInRequest) -> HttpResponse:
    """Show a page of those that run, and those that ended."""
    actor = request.actor
    running = exit_page(actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    ended = ended_exits(actor)
    exits.read_exit_cases(count=len(running.rows) + len(ended), by=actor)
    context = {
        "running": running,
        "ended": ended,
        "waiting": waiting_copies(actor).count(),
        "newer": f"?{urlencode({'foer': running.before})}" if running.before else "",
        "older": f"?{urlencode({'efter': running.after})}" if running.after else "",
        "now": timezone.now(),
    }
    return page(request, "interventions/exit/cases.html", context)
