"""Reads of sudden events and safety notices: lists, one with all that belongs to it, and what the picture tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.alerts.models import Call, EventDecision, LogLine, SafetyNotice, SafetyReceipt, SuddenEvent
from rundbord.alerts.rules import Pace, pace_of, state_of
from rundbord.alerts.vocabulary import Answer, LineKind, NoticeState
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20


@dataclass(frozen=True, kw_only=True)
class EventRow:
    """A sudden event as lists show it, with how long things took."""

    event: SuddenEvent
    pace: Pace


@dataclass(frozen=True, kw_only=True)
class EventPage:
    """A page of sudden events, newest first, and the cursors beside it."""

    rows: list[EventRow]
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class EventFile:
    """One sudden event with all that belongs to it."""

    event: SuddenEvent
    pace: Pace
    calls: list[Call]
    lines: list[LogLine]
    decisions: list[EventDecision]
    notices: list[SafetyNotice]

    @property
    def known(self) -> list[LogLine]:
        """What is known and still holds."""
        return self._standing(LineKind.KNOWN)

    @property
    def unknown(self) -> list[LogLine]:
        """What is not known yet."""
        return self._standing(LineKind.UNKNOWN)

    def own_call(self, unit_id: UUID | None) -> Call | None:
        """Give the call of a unit, where it is on the list."""
        return next((call for call in self.calls if call.unit_id == unit_id), None)

    def _standing(self, kind: LineKind) -> list[LogLine]:
        return [line for line in self.lines if line.kind == kind and line.settled_at is None]


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """A safety notice as lists show it."""

    notice: SafetyNotice
    state: NoticeState
    sent_to: int
    received: int
    waits_for_us: bool


@dataclass(frozen=True, kw_only=True)
class NoticePage:
    """A page of safety notices, those that hold longest first, and the cursors beside it."""

    rows: list[NoticeRow]
    before: str
    after: str


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


def event_page(*, after: str = "", before: str = "") -> EventPage:
    """Give sudden events, the newest first."""
    events = SuddenEvent.objects.select_related("area")
    shown = keyset_page(events, order=("-happened_at", "-id"), after=after, before=before, size=PAGE_SIZE)
    now = timezone.now()
    rows = [EventRow(event=event, pace=_pace(event, now)) for event in shown.rows]
    return EventPage(rows=rows, before=shown.before, after=shown.after)


def event_of(event_id: UUID) -> SuddenEvent:
    """Find one sudden event; what is out of reach does not exist."""
    event = SuddenEvent.objects.select_related("area", "authority").filter(pk=event_id).first()
    if event is None:
        raise Http404
    return event


def event_file(event_id: UUID) -> EventFile:
    """Open one sudden event: calls in Danish order, the log newest first."""
    event = event_of(event_id)
    calls = (
        Call.objects.filter(event=event)
        .select_related("unit__authority")
        .order_by("unit__authority__name", "unit__name")
    )
    decisions = EventDecision.objects.filter(event=event).select_related("task__owner__authority").order_by("at", "id")
    return EventFile(
        event=event,
        pace=_pace(event, timezone.now()),
        calls=[_with_answer(call) for call in calls],
        lines=[_with_label(line) for line in LogLine.objects.filter(event=event).order_by("-at", "-written_at", "id")],
        decisions=list(decisions),
        notices=list(SafetyNotice.objects.filter(event=event).order_by("sent_at", "id")),
    )


def call_of(call_id: UUID) -> Call:
    """Find one call; what is out of reach does not exist."""
    call = Call.objects.select_related("event", "unit").filter(pk=call_id).first()
    if call is None:
        raise Http404
    return call


def line_of(line_id: UUID) -> LogLine:
    """Find one line; what is out of reach does not exist."""
    line = LogLine.objects.select_related("event").filter(pk=line_id).first()
    if line is None:
        raise Http404
    return line


def open_events() -> list[SuddenEvent]:
    """List sudden events that are not closed, the newest first."""
    return list(SuddenEvent.objects.filter(closed_at=None).order_by("-happened_at", "id"))


def notice_page(actor: Actor, *, after: str = "", before: str = "") -> NoticePage:
    """Give safety notices, those that end last first."""
    notices = SafetyNotice.objects.select_related("area").annotate(
        sent_to=Count("receipts"),
        received=Count("receipts", filter=Q(receipts__received_at__isnull=False)),
        waiting=Count("receipts", filter=_waits_for(actor)),
    )
    shown = keyset_page(notices, order=("-valid_until", "-id"), after=after, before=before, size=PAGE_SIZE)
    now = timezone.now()
    return NoticePage(rows=[_notice_row(notice, now) for notice in shown.rows], before=shown.before, after=shown.after)


def notice_of(notice_id: UUID) -> SafetyNotice:
    """Find one safety notice; what is out of reach does not exist."""
    notice = SafetyNotice.objects.select_related("area", "authority").filter(pk=notice_id).first()
    if notice is None:
        raise Http404
    return notice


def receipts_of(notice: SafetyNotice) -> list[SafetyReceipt]:
    """List the units that it was sent to, those that have not received it first."""
    return sorted(
        SafetyReceipt.objects.filter(notice=notice).order_by("unit_label", "id"),
        key=lambda receipt: receipt.received_at is not None,
    )


def state_of_notice(notice: SafetyNotice) -> NoticeState:
    """Tell whether it holds now."""
    return state_of(
        valid_from=notice.valid_from,
        valid_until=notice.valid_until,
        recalled_at=notice.recalled_at,
        now=timezone.now(),
    )


def units_to_tell(actor: Actor) -> list[Unit]:
    """List every open unit at the table, the own authority's first."""
    units = Unit.objects.filter(closed_at=None).select_related("authority").order_by("authority__name", "name")
    return sorted(units, key=lambda unit: unit.authority_id != actor.authority_id)


def areas_to_choose() -> list[Area]:
    """List open areas in Danish order."""
    return list(Area.objects.filter(closed_at=None).order_by("sort_key", "id"))


def events_told_in_picture(*, since: datetime, until: datetime) -> list[ToldEvent]:
    """List what a picture tells: events that are open, and those closed since the last one."""
    events = SuddenEvent.objects.filter(Q(closed_at=None) | Q(closed_at__gt=since), opened_at__lte=until)
    listed = list(events.select_related("area").prefetch_related("lines", "decisions").order_by("-happened_at", "id"))
    return [_told(event) for event in listed]


def notices_told_in_picture(*, until: datetime) -> list[ToldNotice]:
    """List safety notices that hold when the picture is published."""
    holding = SafetyNotice.objects.filter(recalled_at=None, valid_from__lte=until, valid_until__gt=until)
    counted = holding.select_related("area").annotate(
        sent_to=Count("receipts"), received=Count("receipts", filter=Q(receipts__received_at__isnull=False))
    )
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


def _with_answer(call: Call) -> Call:
    call.answer_label = label_of(Answer, call.answer)  # type: ignore[attr-defined]
    return call


def _with_label(line: LogLine) -> LogLine:
    line.label = label_of(LineKind, line.kind)  # type: ignore[attr-defined]
    return line


def _pace(event: SuddenEvent, now: datetime) -> Pace:
    return pace_of(
        reported_at=event.reported_at,
        seen_at=event.first_seen_at,
        decided_at=event.first_decided_at,
        now=event.closed_at or now,
    )


def _waits_for(actor: Actor) -> Q:
    return Q(receipts__received_at=None, receipts__recipient_id=actor.authority_id, receipts__unit_id=actor.unit_id)


def _notice_row(notice: SafetyNotice, now: datetime) -> NoticeRow:
    state = state_of(
        valid_from=notice.valid_from, valid_until=notice.valid_until, recalled_at=notice.recalled_at, now=now
    )
    counted = vars(notice)
    return NoticeRow(
        notice=notice,
        state=state,
        sent_to=counted["sent_to"],
        received=counted["received"],
        waits_for_us=bool(counted["waiting"]) and state in {NoticeState.IN_FORCE, NoticeState.COMING},
    )


def _told(event: SuddenEvent) -> ToldEvent:
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
        is_closed=event.closed_at is not None,
    )


ANSWERED = (Answer.REACHED, Answer.NO_ANSWER)
