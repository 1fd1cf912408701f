"""Decisions of a forum and of one meeting; tasks keep them, and row security shows each to whoever is seated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.meetings.models import Meeting
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.tasks.models import Task
from rundbord.tasks.queries import waiting_for_agenda


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    """A decision as a meeting shows it."""

    id: UUID
    item_id: UUID | None
    what: str
    owner: str
    due_on: date
    is_overdue: bool


def open_decisions(forum: Forum, actor: Actor) -> int:
    """Count the forum's open decisions, and those that have climbed to its agenda."""
    return len(_open(forum, actor)) if _sees(actor) else 0


def open_at(meeting: Meeting, actor: Actor, *, limit: int) -> list[DecisionRow]:
    """List what is open, the oldest deadline first; what the meeting itself decides is new and stands elsewhere."""
    if not _sees(actor):
        return []
    return _rows(_open(meeting.forum, actor, without=meeting, limit=limit)[:limit])


def open_of_seat(seat: ForumSeat, actor: Actor) -> list[DecisionRow]:
    """List the forum's open decisions that the seat's unit is to carry out, the oldest deadline first."""
    if not _sees(actor):
        return []
    owned = Task.objects.filter(partnership_id=actor.table_id, forum_id=seat.forum_id, closed_at=None)
    return _rows(_named(owned.filter(owner_id=seat.unit_id)).order_by("due_on", "id"))


def decided_at(meeting: Meeting, actor: Actor) -> list[DecisionRow]:
    """List what the meeting has decided, in its order."""
    if not _sees(actor):
        return []
    return _rows(_named(Task.objects.filter(forum_id=meeting.forum_id, meeting_id=meeting.pk)).order_by("decided_at"))


def _open(forum: Forum, actor: Actor, *, without: Meeting | None = None, limit: int | None = None) -> list[Task]:
    here = _named(Task.objects.filter(partnership_id=actor.table_id, forum=forum, closed_at=None))
    own = list((here.exclude(meeting_id=without.pk) if without else here).order_by("due_on", "id")[:limit])
    known = {task.pk for task in own}
    climbed = [row.task for row in waiting_for_agenda(actor, forum, limit=limit) if row.task.pk not in known]
    found = [task for task in climbed if without is None or task.meeting_id != without.pk]
    return sorted([*own, *found], key=lambda task: (task.due_on, str(task.pk)))


def _named(tasks: QuerySet[Task]) -> QuerySet[Task]:
    return tasks.select_related("owner__authority")


def _rows(tasks: Iterable[Task]) -> list[DecisionRow]:
    today = timezone.localdate()
    return [
        DecisionRow(
            id=task.pk,
            item_id=task.item_id,
            what=task.what,
            owner=f"{task.owner.name}, {task.owner.authority.short_name}",
            due_on=task.due_on,
            is_overdue=task.closed_at is None and task.due_on < today,
        )
        for task in tasks
    ]


def _sees(actor: Actor) -> bool:
    """Partners' own login has no grant on tasks."""
    return actor.may(Permission.SEE_TASKS) and not actor.is_place
