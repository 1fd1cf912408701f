"""Sudden events: the list, one with all that belongs to it, and how long things took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.alerts.models import Call, EventDecision, LogLine, SafetyNotice, SuddenEvent
from rundbord.alerts.rules import Pace, pace_of
from rundbord.alerts.vocabulary import Answer, LineKind
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20
ANSWERED = (Answer.REACHED, Answer.NO_ANSWER)


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


def event_page(*, after: str = "", before: str = "") -> EventPage:
    """Give sudden events, the newest first."""
    events = SuddenEvent.objects.select_related("area")
    shown = keyset_page(events, order=("-happened_at", "-id"), after=after, before=before, size=PAGE_SIZE)
    now = timezone.now()
    rows = [_row(event, now) for event in shown.rows]
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
        pace=pace_of_event(event, timezone.now()),
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


def events_since(since: datetime, *, limit: int = 100) -> list[EventRow]:
    """List the newest events reported since a moment, no more than so many, for measuring how long things took."""
    reported = SuddenEvent.objects.select_related("area").filter(reported_at__gte=since)
    now = timezone.now()
    return [_row(event, now) for event in reported.order_by("-reported_at", "-id")[:limit]]


def pace_of_event(event: SuddenEvent, now: datetime) -> Pace:
    """Measure report → seen → decision of an event; the clock of a closed one has stopped."""
    return pace_of(
        reported_at=event.reported_at,
        seen_at=event.first_seen_at,
        decided_at=event.first_decided_at,
        now=event.closed_at or now,
    )


def _row(event: SuddenEvent, now: datetime) -> EventRow:
    return EventRow(event=event, pace=pace_of_event(event, now))


def _with_answer(call: Call) -> Call:
    call.answer_label = label_of(Answer, call.answer)  # type: ignore[attr-defined]
    return call


def _with_label(line: LogLine) -> LogLine:
    line.label = label_of(LineKind, line.kind)  # type: ignore[attr-defined]
    return line
