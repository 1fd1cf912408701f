"""Telling what happened in a conflict; later confirming it, or withdrawing what was told by mistake."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import log, open_to_write, part, settle_quiet
from rundbord.conflicts.models import Conflict, ConflictEvent
from rundbord.conflicts.rules.words import objections_to_words
from rundbord.conflicts.vocabulary import Credibility, EventKind, Reliability, Severity
from rundbord.partnership.models import Area

_GONE = "Hændelsen er allerede trukket tilbage."


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that happened; `incident_id` and `incident_words` where the partnership keeps it as an incident."""

    happened_at: datetime
    kind: EventKind
    severity: Severity
    reliability: Reliability
    credibility: Credibility
    words: str
    is_confirmed: bool = False
    area: Area | None = None
    place_text: str = ""
    lat: float | None = None
    lon: float | None = None
    incident_id: UUID | None = None
    incident_words: str = ""


def tell_event(conflict: Conflict, told: Told, *, overridden: Collection[str] = (), by: Actor) -> ConflictEvent:
    """Add the event to the course of the conflict; the quiet is over from then."""
    standing = open_to_write(conflict, by=by)
    if told.happened_at > timezone.now():
        raise Refused({"happened_at": ["Tidspunktet ligger i fremtiden. Skriv kommende dage som en risiko."]})
    event = ConflictEvent.objects.create(**part(standing, by=by), **vars(told))
    settle_quiet(standing)
    log(Event.CONFLICT_EVENT_ADDED, standing, overridden=overridden, by=by, told=str(event.pk))
    return event


def confirm_event(event: ConflictEvent, *, by: Actor) -> None:
    """Mark an event as confirmed; doing it twice changes nothing."""
    standing = _standing(event, by=by)
    if not standing.is_confirmed:
        ConflictEvent.objects.filter(pk=event.pk).update(is_confirmed=True)
        log(Event.CONFLICT_EVENT_SETTLED, event.conflict, by=by, told=str(event.pk), settled="confirmed")


def withdraw_event(event: ConflictEvent, *, reason: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Take an event out of the course, with the reason beside it; it does not break the quiet any more."""
    _standing(event, by=by)
    if unsaid := objections_to_words(reason, sentence="Skriv kort, hvorfor hændelsen ikke hører til her."):
        raise Refused({"reason": unsaid})
    ConflictEvent.objects.filter(pk=event.pk).update(withdrawn_at=timezone.now(), withdrawn_why=reason)
    settle_quiet(event.conflict)
    log(
        Event.CONFLICT_EVENT_SETTLED,
        event.conflict,
        overridden=overridden,
        by=by,
        told=str(event.pk),
        settled="withdrawn",
    )


def _standing(event: ConflictEvent, *, by: Actor) -> ConflictEvent:
    open_to_write(event.conflict, by=by)
    standing = ConflictEvent.objects.filter(pk=event.pk).first()
    if standing is None:
        raise Http404
    if standing.withdrawn_at is not None:
        raise Refused(_GONE)
    return standing
