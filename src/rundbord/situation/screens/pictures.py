"""Pictures — situationsbilleder: the one in preparation, and every published one, newest first."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.situation.queries import picture_periods
from rundbord.situation.queries.pictures import picture_page
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.READ_PICTURE)
def pictures(request: SignedInRequest) -> HttpResponse:
    """List them."""
    listed = picture_page(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "listed": listed,
        "newer": f"?foer={listed.before}" if listed.before else "",
        "older": f"?efter={listed.after}" if listed.after else "",
        "coming": picture_periods.next_picture() if request.actor.may(Permission.EDIT_PICTURE) else None,
        "may_open_wall": request.actor.may(Permission.OPEN_WALL),
    }
    return page(request, "situation/pictures.html", context)
