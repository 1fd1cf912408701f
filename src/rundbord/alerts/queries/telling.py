"""What a picture tells of sudden events and safety notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from rundbord.alerts.models import SafetyNotice, SuddenEvent
from rundbord.alerts.queries.events import pace_of_event
from rundbord.alerts.queries.notices import RECEIVED
from rundbord.alerts.rules import Pace
from rundbord.alerts.vocabulary import LineKind


@dataclass(frozen=True, kw_only=True)
class ToldEvent:
    """What a picture tells of a sudden event."""

    id: UUID
    audience: str
    title: str
    area_id: UUID | None
    area: str
    place: str
    happened_at: datetime
    known: list[str]
    unknown: list[str]
    decided: int
    pace: Pace
    is_closed: bool


@dataclass(frozen=True, kw_only=True)
class ToldNotice:
    """What a picture tells of a safety notice that holds."""

    id: UUID
    audience: str
    title: str
    area: str
    valid_until: datetime
    sent_to: int
    received: int


def events_told_in_picture(*, since: datetime, until: datetime) -> list[ToldEvent]:
    """List what a picture tells: events that are open, and those closed since the last one."""
    events = SuddenEvent.objects.filter(Q(closed_at=None) | Q(closed_at__gt=since), opened_at__lte=until)
    listed = list(events.select_related("area").prefetch_related("lines", "decisions").order_by("-happened_at", "id"))
    return [_told(event, until) for event in listed]


def notices_told_in_picture(*, until: datetime) -> list[ToldNotice]:
    """List safety notices that hold when the picture is published."""
    holding = SafetyNotice.objects.filter(recalled_at=None, valid_from__lte=until, valid_until__gt=until)
    counted = holding.select_related("area").annotate(sent_to=Count("receipts"), received=RECEIVED)
    return [
        ToldNotice(
            id=notice.pk,
            audience=notice.audience,
            title=notice.title,
            area=notice.area.name if notice.area else "",
            valid_until=notice.valid_until,
            sent_to=notice.sent_to,
            received=notice.received,
        )
        for notice in counted.order_by("valid_until", "id")
    ]


def _told(event: SuddenEvent, until: datetime) -> ToldEvent:
    lines = [line for line in event.lines.all() if line.settled_at is None]
    return ToldEvent(
        id=event.pk,
        audience=event.audience,
        title=event.title,
        area_id=event.area_id,
        area=event.area.name if event.area else "",
        place=event.place_text,
        happened_at=event.happened_at,
        known=[line.text for line in lines if line.kind == LineKind.KNOWN],
        unknown=[line.text for line in lines if line.kind == LineKind.UNKNOWN],
        decided=len(event.decisions.all()),
        pace=pace_of_event(event, until),
        is_closed=event.closed_at is not None,
    )
