"""What stays overdue goes to the leader of the unit and then to the next agenda; each step is told once."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.queries import seats_of
from rundbord.partnership.rules.forums import LEADING
from rundbord.tasks import queries
from rundbord.tasks.actions.remind import decider_of, note_reminder
from rundbord.tasks.models import Task
from rundbord.tasks.rules import steps_due
from rundbord.tasks.vocabulary import ReminderStep


def climb(*, by: Actor) -> int:
    """Let the overdue tasks of own units go one step further where it is time; give how many steps were taken."""
    by.must(Permission.SEE_TASKS)
    rule, today = queries.climbing(by), timezone.localdate()
    open_here = Task.objects.select_related("owner", "forum", "decided_in").filter(partnership_id=by.table)
    overdue = list(open_here.filter(owner__authority_id=by.authority_id, closed_at=None, due_on__lt=today))
    told = queries.told_of(overdue)
    steps = [(task, step) for task in overdue for step in steps_due(task.due_on, rule, today=today)]
    due = [(task, step) for task, step in steps if (task.pk, step.value, task.due_on) not in told]
    for task, step in due:
        _take(task, step, by)
    return len(due)


def _take(task: Task, step: ReminderStep, by: Actor) -> None:
    note_reminder(task, step, day=task.due_on, by=by)
    audit.record(Event.TASK_CLIMBED, about=task, by=by, details={"step": step.value})
    if step == ReminderStep.LEADER:
        notify(NoticeKind.TASK_CLIMBED_TO_LEADER, _path(task), _leaders(task), by=by)
    else:
        notify(NoticeKind.TASK_ON_AGENDA, _path(task), _preparing(task, by), by=by)


def _leaders(task: Task) -> list[Recipient]:
    """The unit's own leader; where nobody leads it, the leaders of its authority."""
    unit = task.owner_id if queries.has_leader(task.owner) else None
    return [Recipient(authority_id=task.owner.authority_id, unit_id=unit, role=Role.LEADER.value)]


def _preparing(task: Task, by: Actor) -> list[Recipient]:
    """Those who make the forum's agenda; without a forum whoever decided."""
    if task.forum is None:
        return decider_of(task, by=by)
    fellows = queries.authorities_at_table(by)
    leading = [seat for seat in seats_of(task.forum) if seat.role in LEADING and seat.authority_id in fellows]
    return [
        recipient
        for seat in leading
        for recipient in Recipient.whoever_may(
            Permission.RUN_MEETINGS, authority_id=seat.authority_id, unit_id=seat.unit_id
        )
    ]


def _path(task: Task) -> str:
    return reverse("tasks:show_task", args=[task.pk])
