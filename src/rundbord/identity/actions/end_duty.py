"""Ending a duty on a day."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Duty
from rundbord.identity.queries import has_other_administrator, period_of
from rundbord.identity.rules import LAST_ADMINISTRATOR, objections_to_end


def end_duty(duty: Duty, *, last_day: date, by: Actor) -> None:
    """Let the duty end after this day; yesterday ends it, and its open sessions, at once."""
    by.must(Permission.ADMINISTER_USERS)
    today = timezone.localdate()
    if reasons := objections_to_end(period_of(duty), last_day=last_day, today=today):
        raise Refused({"last_day": reasons})
    if duty.role == Role.ADMINISTRATOR and not has_other_administrator(than=duty.user_id, day=today):
        raise Refused(LAST_ADMINISTRATOR)
    Duty.objects.filter(pk=duty.pk).update(ends_on=last_day)
    audit.record(Event.DUTY_ENDED, about=duty, by=by, details={"last_day": last_day.isoformat()})
