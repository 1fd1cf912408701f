"""The decision register: every decision, narrowed by where it stands, who owns it and which area it is about."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.tasks.models import Task
from rundbord.tasks.queries.lists import TaskPage
from rundbord.tasks.queries.rows import TaskRow, rows_of, tasks_here, with_names
from rundbord.tasks.rules import REVIEW_IS_NEAR
from rundbord.tasks.vocabulary import RegisterState
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 30
_ORDER = {
    RegisterState.OPEN: ("due_on", "id"),
    RegisterState.OVERDUE: ("due_on", "id"),
    RegisterState.TO_REVIEW: ("review_on", "id"),
    RegisterState.CLOSED: ("-closed_at", "-id"),
    RegisterState.EVERY: ("-decided_at", "-id"),
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which decisions are wanted; None does not narrow."""

    state: RegisterState = RegisterState.OPEN
    owner_id: UUID | None = None
    area_id: UUID | None = None
    forum_id: UUID | None = None


def register_page(actor: Actor, wanted: Wanted, *, after: str = "", before: str = "") -> TaskPage:
    """Give a page of the register: what is most pressing first, what is over newest first."""
    shown = keyset_page(_found(actor, wanted), order=_ORDER[wanted.state], after=after, before=before, size=PAGE_SIZE)
    return TaskPage(rows=rows_of(shown.rows), before=shown.before, after=shown.after)


def register_rows(actor: Actor, wanted: Wanted, *, limit: int) -> list[TaskRow]:
    """Give the same decisions in the same order without pages, as many as may be taken out at once."""
    return rows_of(_found(actor, wanted).order_by(*_ORDER[wanted.state])[:limit])


def _found(actor: Actor, wanted: Wanted) -> QuerySet[Task]:
    tasks = _standing(with_names(tasks_here(actor)), wanted.state)
    narrowing = {"owner_id": wanted.owner_id, "area_id": wanted.area_id, "forum_id": wanted.forum_id}
    return tasks.filter(**{column: key for column, key in narrowing.items() if key is not None})


def _standing(tasks: QuerySet[Task], state: RegisterState) -> QuerySet[Task]:
    today = timezone.localdate()
    if state == RegisterState.OPEN:
        return tasks.filter(closed_at=None)
    if state == RegisterState.OVERDUE:
        return tasks.filter(closed_at=None, due_on__lt=today)
    if state == RegisterState.TO_REVIEW:
        return tasks.filter(review_on__lte=today + REVIEW_IS_NEAR)
    return tasks.exclude(closed_at=None) if state == RegisterState.CLOSED else tasks
