"""Close a sudden event — afslut: with what was learned, so that the next one goes better; or reopen it."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.alerts.models import SuddenEvent
from rundbord.audit import Event


def close_event(event: SuddenEvent, *, review: str, overridden: Collection[str] = (), by: Actor) -> None:
    """End it with a review; of two who close at once the second learns of the first."""
    by.must(Permission.RAISE_ALERT)
    closed = SuddenEvent.objects.filter(pk=event.pk, closed_at=None).update(closed_at=timezone.now(), review=review)
    if not closed:
        raise Refused("Hændelsen er allerede afsluttet af en anden. Jeres ord står her endnu; genåbn den for at gemme.")
    audit.record(Event.SUDDEN_EVENT_CLOSED, about=event, by=by)
    audit.record_overriding(overridden, about=event, by=by)


def reopen_event(event: SuddenEvent, *, by: Actor) -> None:
    """Take it up again; the review stays until the next one."""
    by.must(Permission.RAISE_ALERT)
    if SuddenEvent.objects.filter(pk=event.pk, closed_at__isnull=False).update(closed_at=None):
        audit.record(Event.SUDDEN_EVENT_REOPENED, about=event, by=by)
