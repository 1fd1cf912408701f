"""How far what is overdue has climbed, and what waits for an agenda."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.identity.models import Duty, Unit
from rundbord.partnership.models import Forum
from rundbord.partnership.vocabulary import ForumKind
from rundbord.tasks.models import ClimbRule, Reminder, Task
from rundbord.tasks.queries.rows import TaskRow, rows_of, tasks_here, with_names
from rundbord.tasks.rules import Climbing
from rundbord.tasks.vocabulary import ReminderStep
from rundbord.vocabulary import label_of

# Forums that take up what no forum decided.
_FOR_LOOSE = frozenset({ForumKind.MORNING, ForumKind.JOINT_LEADERS})


def climbing(actor: Actor) -> Climbing:
    """Give the partnership's rule, or the one that holds as long as nobody has set another."""
    newest = ClimbRule.objects.filter(partnership_id=actor.table_id).order_by("-set_at").first()
    return Climbing(to_leader=newest.to_leader, to_agenda=newest.to_agenda) if newest else Climbing()


def told_of(tasks: Iterable[Task]) -> set[tuple[UUID, str, date]]:
    """Give which steps have been told of which days of these decisions."""
    found = Reminder.objects.filter(task__in=[task.pk for task in tasks])
    return set(found.values_list("task_id", "step", "day"))


def reminders_of(task: Task) -> list[Reminder]:
    """List who was told that a day of the decision passed, newest first, each with the label of its step."""
    reminders = list(Reminder.objects.filter(task=task).order_by("-at", "id"))
    for reminder in reminders:
        reminder.label = label_of(ReminderStep, reminder.step)  # type: ignore[attr-defined]
    return reminders


def has_leader(unit: Unit) -> bool:
    """Tell whether somebody leads an own unit today."""
    duties = Duty.objects.filter(unit=unit, role=Role.LEADER, starts_on__lte=timezone.localdate())
    return duties.filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate())).exists()


def waiting_for_agenda(actor: Actor, forum: Forum, *, limit: int | None = None) -> list[TaskRow]:
    """List open decisions that have climbed to the forum's next agenda, the oldest deadline first.

    What no forum decided comes before the morning meeting and the joint leadership group.
    """
    at_forum = Q(forum=forum) | Q(forum=None) if forum.kind in _FOR_LOOSE else Q(forum=forum)
    climbed = Reminder.objects.filter(task=OuterRef("pk"), step=ReminderStep.AGENDA, day=OuterRef("due_on"))
    waiting = tasks_here(actor).filter(at_forum, Exists(climbed), closed_at=None)
    return rows_of(with_names(waiting).order_by(F("due_on"), "id")[:limit])
