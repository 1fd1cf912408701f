"""Reads of tasks: the list and its parts, one task with its history, and what the picture tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.rules import Deadline, deadline_of
from rundbord.tasks.vocabulary import TaskOutcome
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 30


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
    def tone(self) -> str:
        """Tell how the entry stands out in a list."""
        return "overdue" if self.is_overdue else ""


@dataclass(frozen=True, kw_only=True)
class TaskPage:
    """A page of tasks and the cursors beside it."""

    rows: list[TaskRow]
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class OpenCounts:
    """How many tasks are open: the own unit's, everybody's, and those over their deadline."""

    own: int
    all: int
    overdue: int


def open_tasks(actor: Actor, *, unit_id: UUID | None = None) -> QuerySet[Task]:
    """Narrow to open tasks, of one unit where it is given."""
    tasks = _here(actor).filter(closed_at=None)
    return tasks.filter(owner_id=unit_id) if unit_id else tasks


def task_page(actor: Actor, *, unit_id: UUID | None, is_closed: bool, after: str = "", before: str = "") -> TaskPage:
    """Give open tasks by deadline, so that overdue ones come first, or closed ones newest first."""
    tasks = open_tasks(actor, unit_id=unit_id) if not is_closed else _here(actor).exclude(closed_at=None)
    order = ("-closed_at", "-id") if is_closed else ("due_on", "id")
    shown = keyset_page(
        tasks.select_related("owner__authority", "area"), order=order, after=after, before=before, size=PAGE_SIZE
    )
    return _with_outcomes(shown)


def open_counts(actor: Actor) -> OpenCounts:
    """Count open tasks, all in one query."""
    counts = open_tasks(actor).aggregate(
        own=Count("id", filter=Q(owner_id=actor.unit_id)),
        all=Count("*"),
        overdue=Count("id", filter=Q(due_on__lt=timezone.localdate())),
    )
    return OpenCounts(**counts)


def due_tasks(actor: Actor, *, on: date, limit: int) -> list[TaskRow]:
    """List open tasks of the actor's unit that are overdue or due on a day, the oldest deadline first."""
    due = open_tasks(actor, unit_id=actor.unit_id).filter(due_on__lte=on).select_related("owner__authority", "area")
    return _rows(due.order_by("due_on", "id")[:limit])


def decided_lately(actor: Actor, *, limit: int) -> list[TaskRow]:
    """List the newest decisions of the partnership."""
    return _rows(_here(actor).select_related("owner__authority", "area").order_by("-decided_at", "id")[:limit])


def told_in_picture(actor: Actor, *, since: datetime, until: datetime) -> list[TaskRow]:
    """List what a picture tells: tasks that are open, and those that were closed since the last one."""
    told = _here(actor).filter(Q(closed_at=None) | Q(closed_at__gt=since), decided_at__lte=until)
    return _rows(told.select_related("owner__authority", "area").order_by("due_on", "id"))


def task_of(task_id: UUID) -> Task:
    """Find one task; what is out of reach does not exist."""
    task = Task.objects.select_related("owner__authority", "area", "authority").filter(pk=task_id).first()
    if task is None:
        raise Http404
    return task


def history_of(task: Task) -> list[Outcome]:
    """List what has been said of a task, newest first, each with the label of its outcome."""
    outcomes = Outcome.objects.filter(task=task).select_related("unit").order_by("-at", "id")
    for outcome in outcomes:
        outcome.label = label_of(TaskOutcome, outcome.outcome)  # type: ignore[attr-defined]
    return list(outcomes)


def _here(actor: Actor) -> QuerySet[Task]:
    """Narrow to the partnership in session: row security does so too, but this is what the indexes begin with."""
    return Task.objects.filter(partnership_id=actor.table_id)


def _with_outcomes(shown: KeysetPage[Task]) -> TaskPage:
    return TaskPage(rows=_rows(shown.rows), before=shown.before, after=shown.after)


def _rows(tasks: Iterable[Task]) -> list[TaskRow]:
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
