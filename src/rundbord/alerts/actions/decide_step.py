"""Decide a step — beslut: a task because of a sudden event; the first one stops the hour that is measured."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.alerts.models import EventDecision, SuddenEvent
from rundbord.audit import Event
from rundbord.tasks.actions import Decision, decide
from rundbord.tasks.models import Task


def decide_step(event: SuddenEvent, decision: Decision, *, overridden: Collection[str] = (), by: Actor) -> Task:
    """Give the unit its task and tie it to the event."""
    task = decide(decision, overridden=overridden, by=by)
    now = timezone.now()
    EventDecision.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=event.audience,
        event=event,
        task=task,
        at=now,
    )
    SuddenEvent.objects.filter(pk=event.pk, first_decided_at=None).update(first_decided_at=now)
    audit.record(Event.STEP_DECIDED, about=event, by=by)
    return task
