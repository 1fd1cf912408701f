"""Show request — anmodning: who asks for what, the clock, and what is left to do."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.rights.queries.items import items_of, to_decide
from rundbord.rights.queries.requests import opened, request_of
from rundbord.rights.vocabulary import RightKind
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST)
def show_request(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Show one."""
    asked = request_of(request_id, request.actor)
    audit.record(Event.REQUEST_READ, about=asked, by=request.actor)
    view = opened(asked)
    groups = to_decide(items_of(view))
    context = {
        "view": view,
        "asked": asked,
        "groups": groups,
        "undecided": sum(group.undecided for group in groups),
        "has_unasked": any(group.unasked for group in groups),
        "hands_out": RightKind(asked.kind).hands_out,
        "has_letter": bool(asked.outcome or asked.delay_why),
    }
    return page(request, "rights/show_request.html", context)
