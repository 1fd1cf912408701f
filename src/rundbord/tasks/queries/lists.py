"""Lists of tasks: the own unit's and everybody's, what is due, and what the picture tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.tasks.models import Task
from rundbord.tasks.queries.forums import forums_of_all_parties
from rundbord.tasks.queries.rows import TaskRow, rows_of, tasks_here, with_names
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 30


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


@dataclass(frozen=True, kw_only=True)
class DayOfTasks:
    """What is due in the own unit, the oldest deadline first, and what was decided last."""

    due: list[TaskRow]
    decided: list[TaskRow]


def open_tasks(actor: Actor, *, unit_id: UUID | None = None) -> QuerySet[Task]:
    """Narrow to open tasks, of one unit where it is given."""
    tasks = tasks_here(actor).filter(closed_at=None)
    return tasks.filter(owner_id=unit_id) if unit_id else tasks


def task_page(actor: Actor, *, unit_id: UUID | None, is_closed: bool, after: str = "", before: str = "") -> TaskPage:
    """Give open tasks by deadline, so that overdue ones come first, or closed ones newest first."""
    tasks = open_tasks(actor, unit_id=unit_id) if not is_closed else tasks_here(actor).exclude(closed_at=None)
    order = ("-closed_at", "-id") if is_closed else ("due_on", "id")
    shown = keyset_page(with_names(tasks), order=order, after=after, before=before, size=PAGE_SIZE)
    return TaskPage(rows=rows_of(shown.rows), before=shown.before, after=shown.after)


def open_counts(actor: Actor) -> OpenCounts:
    """Count open tasks, all in one query."""
    counts = open_tasks(actor).aggregate(
        own=Count("id", filter=Q(owner_id=actor.unit_id)),
        all=Count("*"),
        overdue=Count("id", filter=Q(due_on__lt=timezone.localdate())),
    )
    return OpenCounts(**counts)


def tasks_of_the_day(actor: Actor, *, on: date, most_due: int, most_decided: int) -> DayOfTasks:
    """List open tasks of the actor's unit that are overdue or due on a day, and the newest decisions of all."""
    own = with_names(open_tasks(actor, unit_id=actor.unit_id)) if actor.unit_id else Task.objects.none()
    due = list(own.filter(due_on__lte=on).order_by("due_on", "id")[:most_due])
    decided = list(with_names(tasks_here(actor)).order_by("-decided_at", "id")[:most_decided])
    rows = rows_of([*due, *decided])
    return DayOfTasks(due=rows[: len(due)], decided=rows[len(due) :])


def told_in_picture(actor: Actor, *, since: datetime, until: datetime) -> list[TaskRow]:
    """List what a picture tells: open tasks, and those closed since the last one; of forums only where all sit."""
    common = Q(forum=None) | Q(forum__in=forums_of_all_parties(actor))
    told = tasks_here(actor).filter(common, Q(closed_at=None) | Q(closed_at__gt=since), decided_at__lte=until)
    return rows_of(with_names(told).order_by("due_on", "id"))
