"""Write a line — skriv i loggen: what is known, not known, done or under way; and settle what turned out otherwise."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.alerts.models import LogLine, SuddenEvent
from rundbord.alerts.vocabulary import LineKind
from rundbord.audit import Event

CLOSED = "Hændelsen er afsluttet. Genåbn den, før der skrives mere i loggen."


def write_line(
    event: SuddenEvent,
    kind: LineKind,
    text: str,
    *,
    at: datetime | None = None,
    overridden: Collection[str] = (),
    by: Actor,
) -> LogLine:
    """Add a line under its writer's title; `at` is when it was so, now unless told."""
    by.must(Permission.SEE_ALERTS)
    now = timezone.now()
    if event.closed_at:
        raise Refused(CLOSED)
    if at is not None and at > now:
        raise Refused({"at": ["Tidspunktet ligger i fremtiden."]})
    line = LogLine.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=event.audience,
        event=event,
        kind=kind,
        text=text,
        at=at or now,
        written_at=now,
        user_label=f"{by.user_title}, {by.unit_name}",
    )
    audit.record(Event.LINE_WRITTEN, about=event, by=by, details={"kind": kind.value})
    audit.record_overriding(overridden, about=event, by=by)
    return line


def settle_line(line: LogLine, *, by: Actor) -> None:
    """Mark what no longer holds; the line stays readable in the log."""
    by.must(Permission.SEE_ALERTS)
    if LogLine.objects.filter(pk=line.pk, settled_at=None).update(settled_at=timezone.now()):
        audit.record(Event.LINE_SETTLED, about=line, by=by)
