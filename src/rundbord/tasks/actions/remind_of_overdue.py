"""Reminding a unit, once, that the deadline of its task has passed."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.tasks.models import Task


def remind_of_overdue(*, by: Actor) -> int:
    """Tell the own units of open tasks past their deadline, each deadline once; give how many were told."""
    by.must(Permission.SEE_TASKS)
    overdue = Task.objects.select_related("owner").filter(
        partnership_id=by.table, owner__authority_id=by.authority_id, closed_at=None, due_on__lt=timezone.localdate()
    )
    told = [task for task in overdue if not _is_told(task, by)]
    for task in told:
        owner = Recipient(authority_id=by.authority_id, unit_id=task.owner_id)
        notify(NoticeKind.TASK_OVERDUE, _path(task), [owner], by=by)
    return len(told)


def _is_told(task: Task, by: Actor) -> bool:
    notices = Notice.objects.filter(recipient_id=by.authority_id, kind=NoticeKind.TASK_OVERDUE, path=_path(task))
    return notices.filter(at__date__gt=task.due_on).exists()


def _path(task: Task) -> str:
    return reverse("tasks:show_task", args=[task.pk])
