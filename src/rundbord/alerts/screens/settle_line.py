"""Settle a line — afklaret: what no longer holds leaves the two boxes and stays in the log."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.SEE_ALERTS, writes=True)
def settle_line(request: SignedInRequest, line_id: UUID) -> HttpResponse:
    """Mark it, and go back to the event."""
    line = queries.line_of(line_id)
    back = reverse("alerts:show_event", args=[line.event_id])
    return one_tap(request, lambda: actions.settle_line(line, by=request.actor), back=back)
