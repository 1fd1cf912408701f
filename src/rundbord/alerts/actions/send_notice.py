"""Send a safety notice — send sikkerhedsbesked: to named units, for a time, with a receipt from each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.alerts.models import SafetyNotice, SafetyReceipt, SuddenEvent
from rundbord.alerts.rules import objections_to_notice
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience


@dataclass(frozen=True, kw_only=True)
class Warned:
    """What the units must take care of, where, and for how long."""

    title: str
    text: str
    valid_from: datetime
    valid_until: datetime
    units: Sequence[Unit]
    area: Area | None = None
    event: SuddenEvent | None = None


def send_notice(warned: Warned, *, overridden: Collection[str] = (), by: Actor) -> SafetyNotice:
    """Write the notice, one receipt a unit, and tell each of them."""
    by.must(Permission.SEND_SAFETY_NOTICE)
    now = timezone.now()
    objections = objections_to_notice(
        valid_from=warned.valid_from, valid_until=warned.valid_until, units=warned.units, now=now
    )
    if objections:
        raise Refused(objections)
    notice = _create(warned, now, by=by)
    SafetyReceipt.objects.bulk_create(_receipt(notice, unit, by=by) for unit in warned.units)
    audit.record(Event.SAFETY_NOTICE_SENT, about=notice, by=by, details={"units": len(warned.units)})
    audit.record_overriding(overridden, about=notice, by=by)
    told = [Recipient.whole(unit) for unit in warned.units]
    notify(NoticeKind.SAFETY_NOTICE, reverse("alerts:show_notice", args=[notice.pk]), told, by=by)
    return notice


def _create(warned: Warned, now: datetime, *, by: Actor) -> SafetyNotice:
    return SafetyNotice.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=Audience.PARTIES,
        event=warned.event,
        title=warned.title,
        text=warned.text,
        area=warned.area,
        valid_from=warned.valid_from,
        valid_until=warned.valid_until,
        sent_at=now,
        sender_label=f"{by.user_title}, {by.unit_name}",
    )


def _receipt(notice: SafetyNotice, unit: Unit, *, by: Actor) -> SafetyReceipt:
    return SafetyReceipt(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=notice.audience,
        notice=notice,
        recipient_id=unit.authority_id,
        unit=unit,
        unit_label=f"{unit.name}, {unit.authority.short_name}",
    )
