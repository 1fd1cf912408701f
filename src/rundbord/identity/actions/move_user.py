"""Moving a user to another unit: one duty ends, the same begins there."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.actions.give_duty import DutyTerms, give_duty
from rundbord.identity.models import Duty, Unit, User


def move_user(user: User, duty: Duty, *, to: Unit, by: Actor) -> Duty:
    """End the duty at once and begin the same in another unit today, until the day the old one would have ended."""
    by.must(Permission.ADMINISTER_USERS)
    today = timezone.localdate()
    if to.pk == duty.unit_id:
        raise Refused({"unit": ["Brugeren er allerede i den enhed."]})
    if not duty.holds_on(today):
        raise Refused("Funktionen gælder ikke i dag og kan ikke flyttes.")
    moved = give_duty(user, DutyTerms(unit=to, role=Role(duty.role), starts_on=today, ends_on=duty.ends_on), by=by)
    last_day = today - timedelta(days=1)
    Duty.objects.filter(pk=duty.pk).update(ends_on=last_day)
    audit.record(Event.DUTY_ENDED, about=duty, by=by, details={"last_day": last_day.isoformat()})
    return moved
