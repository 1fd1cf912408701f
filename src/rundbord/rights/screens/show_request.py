"""Show request — anmodning: who asks for what, the clock, and what is left to do."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.rights.queries.requests import opened, request_of
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST)
def show_request(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Show one."""
    asked = request_of(request_id, request.actor)
    audit.record(Event.REQUEST_READ, about=asked, by=request.actor)
    return page(request, "rights/show_request.html", {"view": opened(asked), "asked": asked})
