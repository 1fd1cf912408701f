"""Reminding a unit, once, that the deadline of its task has passed."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.tasks import queries
from rundbord.tasks.actions.remind import note_reminder
from rundbord.tasks.models import Task
from rundbord.tasks.vocabulary import ReminderStep


def remind_of_overdue(*, by: Actor) -> int:
    """Tell the own units of open tasks past their deadline, each deadline once; give how many were told."""
    by.must(Permission.SEE_TASKS)
    here = Task.objects.select_related("owner").filter(partnership_id=by.table, owner__authority_id=by.authority_id)
    overdue = list(here.filter(closed_at=None, due_on__lt=timezone.localdate()))
    noted = queries.told_of(overdue)
    waiting = [task for task in overdue if (task.pk, ReminderStep.OWNER.value, task.due_on) not in noted]
    told = [task for task in waiting if not _was_told_before_rows(task, by)]
    for task in told:
        note_reminder(task, ReminderStep.OWNER, day=task.due_on, by=by)
        notify(NoticeKind.TASK_OVERDUE, _path(task), [Recipient.whole(task.owner)], by=by)
    return len(told)


def _was_told_before_rows(task: Task, by: Actor) -> bool:
    """Before reminders were rows, the notice alone said that the unit had been told."""
    notices = Notice.objects.filter(recipient_id=by.authority_id, kind=NoticeKind.TASK_OVERDUE, path=_path(task))
    return notices.filter(at__date__gt=task.due_on).exists()


def _path(task: Task) -> str:
    return reverse("tasks:show_task", args=[task.pk])
