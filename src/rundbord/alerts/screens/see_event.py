"""See a sudden event — set: one tap, so that the others know that this unit knows."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.SEE_ALERTS, writes=True)
def see_event(request: SignedInRequest, event_id: UUID) -> HttpResponse:
    """Note it, and go back to the event."""
    event = queries.event_of(event_id)
    back = reverse("alerts:show_event", args=[event.pk])
    return one_tap(request, lambda: actions.see_event(event, by=request.actor), back=back)
