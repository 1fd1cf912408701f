"""Show request — anmodning: who asks for what, the clock, and what is left to do."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.rights.queries.items import ItemView, items_of, to_decide
from rundbord.rights.queries.remedies import remedies_of
from rundbord.rights.queries.requests import opened, request_of
from rundbord.rights.vocabulary import RightKind
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.HANDLE_RIGHTS, reads=Subject.RIGHTS_REQUEST)
def show_request(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """Show one."""
    asked = request_of(request_id, request.actor)
    audit.record(Event.REQUEST_READ, about=asked, by=request.actor)
    view = opened(asked)
    items = items_of(view)
    groups = to_decide(items)
    context = {
        "view": view,
        "asked": asked,
        "groups": groups,
        "undecided": sum(group.undecided for group in groups),
        "has_unasked": any(group.unasked for group in groups),
        "hands_out": RightKind(asked.kind).hands_out,
        "has_letter": bool(asked.outcome or asked.delay_why),
        "remedies": remedies_of(asked),
        "breach_urls": _breach_assistant(items, request),
    }
    return page(request, "rights/show_request.html", context)


def _breach_assistant(items: list[ItemView], request: SignedInRequest) -> list[str]:
    """Lead to the form for a breach, with each file that was found: it tells who has read it."""
    if not request.actor.may(Permission.HANDLE_BREACHES):
        return []
    files = [each.item.source_id for each in items if each.item.source_model == YoungPerson._meta.label]
    return [
        f"{reverse('breaches:open_breach')}?{urlencode({'fra': 'citizen', 'kilde': str(key)})}" for key in files if key
    ]
