"""Letting a stopped reader go on for the rest of the day."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.logcontrol.models import ReadingLift, ReadingStop

LIFTED = {"reading_lifted_once": {"reason": "En anden leder har netop ophævet grænsen."}}


def lift_stop(stop: ReadingStop, *, reason: str, overridden: Collection[str] = (), by: Actor) -> ReadingLift:
    """Lift the limit for the day of the stop; nobody lifts the own."""
    by.must(Permission.SIGN_LOG_CONTROL)
    if stop.user_id == by.user_id:
        raise Refused("Du kan ikke ophæve din egen grænse. Bed en anden leder om det.")
    if stop.day != timezone.localdate():
        raise Refused("Dagen er gået, og grænsen begynder forfra. Der er intet at ophæve.")
    if not reason.strip():
        raise Refused({"reason": ["Skriv, hvorfor arbejdet i dag kræver flere læsninger."]})
    with refusing_collisions(LIFTED):
        lift = ReadingLift.objects.create(
            authority_id=by.authority_id,
            stop=stop,
            reason=reason.strip(),
            lifted_by=by.user_id,
            lifted_label=by.user_name,
            at=timezone.now(),
        )
    audit.record(Event.READING_LIFTED, about=stop, by=by, details={"user": str(stop.user_id)})
    audit.record_overriding(overridden, about=stop, by=by)
    return lift
