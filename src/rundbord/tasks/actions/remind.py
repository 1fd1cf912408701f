"""The row that says who was told of a day that passed, and whom it is told to."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.notices.actions import Recipient
from rundbord.tasks import queries
from rundbord.tasks.models import Reminder, Task
from rundbord.tasks.vocabulary import ReminderStep


def note_reminder(task: Task, step: ReminderStep, *, day: date, by: Actor) -> Reminder:
    """Note that a step was told of a day, so that it is told once."""
    return Reminder.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=task.audience,
        forum_id=task.forum_id,
        task=task,
        step=step.value,
        day=day,
        at=timezone.now(),
    )


def decider_of(task: Task, *, by: Actor) -> list[Recipient]:
    """Give the unit that decided, as long as its authority is at the table; of older decisions only who did."""
    if task.authority_id not in queries.authorities_at_table(by):
        return []
    if task.decided_in_id is None:
        return [Recipient(authority_id=task.authority_id, user_id=task.decided_by)]
    return [Recipient(authority_id=task.authority_id, unit_id=task.decided_in_id)]
