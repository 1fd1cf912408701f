"""Raise a sudden event — åbn en pludselig hændelse: one card opens the fast lane and tells the units on the list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.alerts.models import Call, LogLine, SuddenEvent
from rundbord.alerts.rules import objections_to_event
from rundbord.alerts.vocabulary import Answer, LineKind
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience


@dataclass(frozen=True, kw_only=True)
class Raised:
    """What is told when a sudden event is opened; `units` are those that must know at once."""

    title: str
    happened_at: datetime
    reported_at: datetime
    known: str
    unknown: str = ""
    area: Area | None = None
    place_text: str = ""
    incident_id: UUID | None = None
    incident_heading: str = ""
    units: Sequence[Unit] = ()


def raise_event(raised: Raised, *, overridden: Collection[str] = (), by: Actor) -> SuddenEvent:
    """Open the event with what is known and not known, and tell each unit on the list."""
    by.must(Permission.RAISE_ALERT)
    now = timezone.now()
    objections = objections_to_event(happened_at=raised.happened_at, reported_at=raised.reported_at, now=now)
    if objections:
        raise Refused(objections)
    event = _create(raised, now, by=by)
    LogLine.objects.bulk_create(_lines(event, raised, now, by=by))
    Call.objects.bulk_create(_call(event, unit, now, by=by) for unit in raised.units)
    audit.record(Event.SUDDEN_EVENT_RAISED, about=event, by=by, details={"units": len(raised.units)})
    audit.record_overriding(overridden, about=event, by=by)
    told = [Recipient.whole(unit) for unit in raised.units]
    notify(NoticeKind.SUDDEN_EVENT, reverse("alerts:show_event", args=[event.pk]), told, by=by)
    return event


def _create(raised: Raised, now: datetime, *, by: Actor) -> SuddenEvent:
    return SuddenEvent.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=Audience.PARTIES,
        title=raised.title,
        area=raised.area,
        place_text=raised.place_text,
        happened_at=raised.happened_at,
        reported_at=raised.reported_at,
        incident_id=raised.incident_id,
        incident_heading=raised.incident_heading,
        opened_at=now,
        opened_label=f"{by.user_title}, {by.unit_name}",
    )


def _lines(event: SuddenEvent, raised: Raised, now: datetime, *, by: Actor) -> Iterator[LogLine]:
    for kind, text in ((LineKind.KNOWN, raised.known), (LineKind.UNKNOWN, raised.unknown)):
        if text:
            yield LogLine(
                partnership_id=by.table,
                authority_id=by.authority_id,
                audience=event.audience,
                event=event,
                kind=kind,
                text=text,
                at=now,
                written_at=now,
                user_label=event.opened_label,
            )


def _call(event: SuddenEvent, unit: Unit, now: datetime, *, by: Actor) -> Call:
    return Call(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=event.audience,
        event=event,
        unit=unit,
        told_at=now,
        answer=Answer.NOT_CALLED,
    )
