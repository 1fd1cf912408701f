"""Saying what became of a task: done, partly, dropped, or postponed to another day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.rules import objections_to_effect, objections_to_outcome
from rundbord.tasks.vocabulary import EffectGrade, TaskOutcome


@dataclass(frozen=True, kw_only=True)
class Words:
    """What is said with an outcome, what it led to, and how surely that is known; no effect without its grade."""

    text: str = ""
    effect: str = ""
    grade: EffectGrade | None = None


def finish_task(
    task: Task,
    outcome: TaskOutcome,
    *,
    words: Words = Words(),
    new_due_on: date | None = None,
    overridden: Collection[str] = (),
    by: Actor,
) -> Outcome:
    """Add an outcome; all but a postponement close the task."""
    by.must(Permission.FINISH_TASK)
    # Held until the end of the request: of two who finish at once, the second learns of the first.
    standing = Task.objects.select_for_update().get(pk=task.pk)
    objections = objections_to_outcome(
        outcome,
        is_closed=standing.closed_at is not None,
        new_due_on=new_due_on,
        text=words.text,
        today=timezone.localdate(),
    ) | objections_to_effect(words.effect, words.grade)
    if objections:
        raise Refused(objections)
    told = _add(standing, outcome, words, new_due_on=new_due_on, by=by)
    _follow(standing, told)
    event = Event.TASK_CHANGED if outcome == TaskOutcome.POSTPONED else Event.TASK_FINISHED
    audit.record(event, about=task, by=by, details={"outcome": outcome.value})
    audit.record_overriding(overridden, about=task, by=by)
    return told


def _add(task: Task, outcome: TaskOutcome, words: Words, *, new_due_on: date | None, by: Actor) -> Outcome:
    return Outcome.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=task.audience,
        forum_id=task.forum_id,
        task=task,
        outcome=outcome,
        text=words.text,
        effect=words.effect,
        grade=words.grade or "",
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
