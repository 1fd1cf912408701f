"""Own readings — egne læsninger: what the control wants the reader to say something of, each answered by itself."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.logcontrol.queries.controls import unanswered
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_DAY)
def own_readings(request: SignedInRequest) -> HttpResponse:
    """List the own readings that wait for an answer, the newest first."""
    rows = [(item, label_of(Event, item.event)) for item in unanswered(request.actor)]
    return page(request, "logcontrol/own_readings.html", {"rows": rows})
