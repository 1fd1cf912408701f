"""Calling off a coming event, so that nobody prepares for it; it stays in the list with the reason."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.zones.models import ComingEvent


def cancel_coming_event(event: ComingEvent, *, reason: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Call the event off once."""
    by.must(Permission.EDIT_COMING_EVENTS)
    if event.cancelled_at:
        raise Refused("Begivenheden er allerede aflyst.")
    now = timezone.now()
    ComingEvent.objects.filter(pk=event.pk).update(cancelled_at=now, changed_at=now, cancel_reason=reason)
    audit.record(Event.COMING_EVENT_CANCELLED, about=event, by=by)
    audit.record_overriding(overridden, about=event, by=by)
