"""Writing down what lies ahead, and changing it when more is known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.models import ComingEvent
from rundbord.zones.rules.calendar import Span, objections_to_span, objections_to_telling
from rundbord.zones.vocabulary import EventKind, Influence


@dataclass(frozen=True, kw_only=True)
class EventTerms:
    """What comes, when and where, and what is expected of it."""

    kind: EventKind
    title: str
    span: Span
    repeats_yearly: bool
    area: Area | None
    place_text: str
    influence: Influence
    expected: str
    planned: str
    source: str

    def columns(self) -> dict[str, Any]:
        """Give the event's own columns."""
        return {**{name: value for name, value in vars(self).items() if name != "span"}, **vars(self.span)}


def add_coming_event(
    terms: EventTerms, *, audience: Audience, overridden: Collection[str] = (), by: Actor
) -> ComingEvent:
    """Add an event; raise Refused with every reason."""
    by.must(Permission.EDIT_COMING_EVENTS)
    _refuse_wrong(terms, audience)
    now = timezone.now()
    event = ComingEvent.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=audience,
        created_at=now,
        changed_at=now,
        **terms.columns(),
    )
    _record(Event.COMING_EVENT_ADDED, event, overridden, by)
    return event


def change_coming_event(event: ComingEvent, terms: EventTerms, *, overridden: Collection[str] = (), by: Actor) -> None:
    """Change an event, whichever party wrote it; of which kind it is and who may read it stays as it is."""
    by.must(Permission.EDIT_COMING_EVENTS)
    if event.cancelled_at:
        raise Refused("Begivenheden er aflyst.")
    _refuse_wrong(terms, Audience(event.audience))
    columns = {name: value for name, value in terms.columns().items() if name != "kind"}
    ComingEvent.objects.filter(pk=event.pk).update(**columns, changed_at=timezone.now())
    _record(Event.COMING_EVENT_CHANGED, event, overridden, by)


def _refuse_wrong(terms: EventTerms, audience: Audience) -> None:
    days = objections_to_span(terms.span, today=timezone.localdate(), repeats_yearly=terms.repeats_yearly)
    telling = objections_to_telling(terms.kind, audience=audience, place=terms.place_text, expected=terms.expected)
    if reasons := days | telling:
        raise Refused(reasons)


def _record(happened: Event, event: ComingEvent, overridden: Collection[str], by: Actor) -> None:
    audit.record(happened, about=event, by=by)
    audit.record_overriding(overridden, about=event, by=by)
