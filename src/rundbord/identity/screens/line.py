"""Line — forbindelse: answers that somebody is there, for a page that is about to send what no draft keeps, and for one
that must leave the screen when its session ends."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse

from rundbord.access.permissions import Permission
from rundbord.identity.actions.save_draft import draft_owner, read_mark
from rundbord.web import SignedInRequest, screen

_SAME, _OTHER = 200, 409
# What the signal of a page that has nothing to refresh says, always (ui/document.html).
_NOTHING_NEW = 1


@screen(Permission.SEE_DAY, keeps_awake=False)
def line(request: SignedInRequest) -> HttpResponse:
    """Say nothing new, and so that there is a line and a session; 409 where a page names another's as its own."""
    told = request.headers.get("X-Page-Owner", "")
    mark = read_mark(told)
    is_same = not told or (mark is not None and mark.owner == draft_owner(request.actor))
    return JsonResponse({"version": _NOTHING_NEW}, status=_SAME if is_same else _OTHER)
