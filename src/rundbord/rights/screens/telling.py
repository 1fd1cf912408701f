"""Telling — orientering: which files nobody has told the young person and the family of; never whom they are about."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.concerns.queries.duty_to_tell import duty_to_tell
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.FOLLOW_RIGHTS)
def telling(request: SignedInRequest) -> HttpResponse:
    """List them, the nearest day first."""
    found = duty_to_tell(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
    context = {
        "found": found,
        "newer_url": f"?foer={found.before}" if found.before else "",
        "older_url": f"?efter={found.after}" if found.after else "",
    }
    return page(request, "rights/telling.html", context)
