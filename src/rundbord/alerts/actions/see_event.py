"""See a sudden event — set: a unit says that it has seen it; the first one stops the clock of the fast lane."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.alerts.models import Call, SuddenEvent
from rundbord.audit import Event


def see_event(event: SuddenEvent, *, by: Actor) -> None:
    """Note that the own unit has seen it; saying so twice changes nothing."""
    by.must(Permission.SEE_ALERTS)
    now = timezone.now()
    own = Call.objects.filter(event=event, unit=by.unit_id, seen_at=None) if by.unit_id else Call.objects.none()
    seen = own.update(seen_at=now)
    first = SuddenEvent.objects.filter(pk=event.pk, first_seen_at=None).update(first_seen_at=now)
    if seen or first:
        audit.record(Event.SUDDEN_EVENT_SEEN, about=event, by=by)
