"""Coming events — kommende begivenheder: by day, the next weeks first; later and past ones by page."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.web import SignedInRequest, page, screen
from rundbord.zones import queries

NEXT, LATER, PAST = "naeste", "senere", "forbi"


@screen(Permission.SEE_ZONES)
def coming_events(request: SignedInRequest) -> HttpResponse:
    """Show one of the three lists."""
    asked = request.GET.get("vis", NEXT)
    shown = asked if asked in {LATER, PAST} else NEXT
    listed = _page(request, shown)
    context = {
        "shown": shown,
        "days": queries.days_ahead() if shown == NEXT else [],
        "listed": listed,
        "newer": f"?vis={shown}&foer={listed.before}" if listed and listed.before else "",
        "older": f"?vis={shown}&efter={listed.after}" if listed and listed.after else "",
        "may_edit": request.actor.may(Permission.EDIT_COMING_EVENTS),
        "today": timezone.localdate(),
        "now": timezone.now(),
    }
    return page(request, "zones/coming_events.html", context)


def _page(request: SignedInRequest, shown: str) -> queries.EventPage | None:
    if shown == NEXT:
        return None
    find = queries.later_events if shown == LATER else queries.past_events
    return find(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
