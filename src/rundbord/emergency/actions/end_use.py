"""Ending a use before its hour is over."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.emergency.models import EmergencyAccess


def end_use(access: EmergencyAccess, *, by: Actor) -> None:
    """End the own use now; ended twice is ended."""
    by.must(Permission.BREAK_GLASS)
    own = EmergencyAccess.objects.filter(pk=access.pk, user_id=by.user_id, ended_at=None)
    if own.update(ended_at=timezone.now()):
        audit.record(Event.EMERGENCY_ENDED, about=access, by=by)
