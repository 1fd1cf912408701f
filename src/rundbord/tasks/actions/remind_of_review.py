"""Telling the unit and whoever decided, once, that a decision is to be looked at again."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.tasks import queries
from rundbord.tasks.actions.remind import decider_of, note_reminder
from rundbord.tasks.models import Task
from rundbord.tasks.vocabulary import ReminderStep


def remind_of_review(*, by: Actor) -> int:
    """Tell of the own units' decisions whose day has come, each day once; give how many were told."""
    by.must(Permission.SEE_TASKS)
    owned = Task.objects.select_related("owner").filter(partnership_id=by.table, owner__authority_id=by.authority_id)
    due = [task for task in owned.filter(review_on__lte=timezone.localdate()) if task.review_on]
    told = queries.told_of(due)
    waiting = [task for task in due if (task.pk, ReminderStep.REVIEW.value, task.review_on) not in told]
    for task in waiting:
        _tell(task, by)
    return len(waiting)


def _tell(task: Task, by: Actor) -> None:
    assert task.review_on is not None  # noqa: S101 — the query has asked for it
    note_reminder(task, ReminderStep.REVIEW, day=task.review_on, by=by)
    path = reverse("tasks:show_task", args=[task.pk])
    notify(NoticeKind.DECISION_TO_REVIEW, path, [Recipient.whole(task.owner), *decider_of(task, by=by)], by=by)
