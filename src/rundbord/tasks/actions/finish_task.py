"""Saying what became of a task: done, partly, dropped, or postponed to another day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.rules import objections_to_outcome
from rundbord.tasks.vocabulary import TaskOutcome


def finish_task(
    task: Task,
    outcome: TaskOutcome,
    *,
    text: str = "",
    new_due_on: date | None = None,
    overridden: Collection[str] = (),
    by: Actor,
) -> Outcome:
    """Add an outcome; all but a postponement close the task."""
    by.must(Permission.FINISH_TASK)
    # Held until the end of the request: of two who finish at once, the second learns of the first.
    standing = Task.objects.select_for_update().get(pk=task.pk)
    is_closed, today = standing.closed_at is not None, timezone.localdate()
    if objections := objections_to_outcome(outcome, is_closed=is_closed, new_due_on=new_due_on, text=text, today=today):
        raise Refused(objections)
    told = _add(standing, outcome, text=text, new_due_on=new_due_on, by=by)
    _follow(standing, told)
    event = Event.TASK_CHANGED if outcome == TaskOutcome.POSTPONED else Event.TASK_FINISHED
    audit.record(event, about=task, by=by, details={"outcome": outcome.value})
    audit.record_overriding(overridden, about=task, by=by)
    return told


def _add(task: Task, outcome: TaskOutcome, *, text: str, new_due_on: date | None, by: Actor) -> Outcome:
    return Outcome.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=task.audience,
        task=task,
        outcome=outcome,
        text=text,
        new_due_on=new_due_on if outcome == TaskOutcome.POSTPONED else None,
        unit_id=by.unit_id,
        at=timezone.now(),
    )


def _follow(task: Task, told: Outcome) -> None:
    if told.outcome == TaskOutcome.POSTPONED:
        assert told.new_due_on is not None  # noqa: S101 — the rule has asked for it
        task.due_on = told.new_due_on
    else:
        task.closed_at = told.at
    task.save(update_fields=["due_on", "closed_at"])
