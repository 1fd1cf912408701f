"""Decisions as lists show them, with the newest word on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.rules import Deadline, deadline_of
from rundbord.tasks.vocabulary import TaskOutcome
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """A task as lists show it, with the newest word on it."""

    task: Task
    outcome: str
    deadline: Deadline

    @property
    def is_overdue(self) -> bool:
        """Tell whether the deadline has passed on an open task."""
        return self.deadline is Deadline.OVERDUE

    @property
    def is_due_today(self) -> bool:
        """Tell whether today is the last day."""
        return self.deadline is Deadline.TODAY

    @property
    def is_to_review(self) -> bool:
        """Tell whether the day of a second look has come."""
        return self.task.review_on is not None and self.task.review_on <= timezone.localdate()

    @property
    def tone(self) -> str:
        """Tell how the entry stands out in a list."""
        return "overdue" if self.is_overdue else ""


def tasks_here(actor: Actor) -> QuerySet[Task]:
    """Narrow to the partnership in session: row security does so too, but this is what the indexes begin with."""
    return Task.objects.filter(partnership_id=actor.table_id)


def with_names(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Read what a list shows beside the decision in the same query."""
    return tasks.select_related("owner__authority", "area", "forum")


def rows_of(tasks: Iterable[Task]) -> list[TaskRow]:
    """Show decisions in a list: one more query for all of their newest outcomes."""
    listed = list(tasks)
    newest = _newest_outcomes(listed)
    today = timezone.localdate()
    return [
        TaskRow(
            task=task,
            outcome=label_of(TaskOutcome, newest.get(task.pk, "")),
            deadline=deadline_of(due_on=task.due_on, is_closed=task.closed_at is not None, today=today),
        )
        for task in listed
    ]


def _newest_outcomes(tasks: Sequence[Task]) -> dict[UUID, str]:
    found = Outcome.objects.filter(task__in=[task.pk for task in tasks])
    pairs = found.order_by("task_id", F("at").desc()).distinct("task_id").values_list("task_id", "outcome")
    return dict(pairs)
