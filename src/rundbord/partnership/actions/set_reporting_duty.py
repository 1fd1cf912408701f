"""Saying which units must report, on which weekdays and by when."""

from __future__ import annotations

from datetime import date, time, timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.partnership.models import ReportingDuty
from rundbord.partnership.queries import partnership, reporting_duties

HAS_ONE = "Enheden har allerede en indberetningspligt. Afslut den først."


def set_reporting_duty(
    unit: Unit, *, weekdays: list[int], expected_by: time, starts_on: date, by: Actor
) -> ReportingDuty:
    """Expect something, or a nil return, from a unit; ISO weekdays, Danish clock time."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    if any(
        duty.unit_id == unit.pk and (duty.ends_on is None or duty.ends_on >= starts_on) for duty in reporting_duties()
    ):
        raise Refused({"unit": [HAS_ONE]})
    duty = ReportingDuty.objects.create(
        partnership=partnership(),
        unit=unit,
        authority_id=unit.authority_id,
        weekdays=weekdays,
        expected_by=expected_by,
        starts_on=starts_on,
    )
    audit.record(Event.REPORTING_DUTY_SET, about=duty, by=by)
    return duty


def end_reporting_duty(duty: ReportingDuty, *, last_day: date, by: Actor) -> None:
    """Expect nothing more after a day."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    earliest = max(duty.starts_on, timezone.localdate() - timedelta(days=1))
    if last_day < earliest:
        raise Refused({"last_day": ["Sidste dag kan tidligst være i går og ikke før pligtens første dag."]})
    ReportingDuty.objects.filter(pk=duty.pk).update(ends_on=last_day)
    audit.record(Event.REPORTING_DUTY_ENDED, about=duty, by=by, details={"last_day": last_day.isoformat()})
