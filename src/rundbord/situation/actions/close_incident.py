"""Closing an incident that needs no more following, and opening it again."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.situation.actions.revise_incident import touch
from rundbord.situation.models import Incident


def close_incident(incident: Incident, *, by: Actor) -> None:
    """Close an open incident; closing it twice changes nothing."""
    by.must(Permission.TRIAGE)
    if incident.closed_at is not None:
        return
    touch(incident, closed_at=timezone.now())
    audit.record(Event.INCIDENT_CLOSED, about=incident, by=by)


def reopen_incident(incident: Incident, *, by: Actor) -> None:
    """Open a closed incident again."""
    by.must(Permission.TRIAGE)
    if incident.closed_at is None:
        return
    touch(incident, closed_at=None)
    audit.record(Event.INCIDENT_REOPENED, about=incident, by=by)
