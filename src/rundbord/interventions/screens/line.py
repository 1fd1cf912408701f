"""Line — forbindelse: answers that somebody is there, for a page that is about to send what was written at a door."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.web import SignedInRequest, screen


@screen(Permission.WORK_CONCERNS, keeps_awake=False)
def line(request: SignedInRequest) -> HttpResponse:
    """Say nothing, and so that there is a line and a session."""
    return HttpResponse("", content_type="text/plain")
