"""Deciding: what, why, which unit, by when; without persons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area, Forum
from rundbord.partnership.queries import seats_of
from rundbord.partnership.vocabulary import Audience
from rundbord.tasks.models import Task
from rundbord.tasks.rules import objections_to_decision


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What is to be done, why, by which unit of any party and by when; and what the decision rests on.

    `basis_path` is the address of a page in Rundbord; on `review_on` the decision is looked at again.
    """

    what: str
    owner: Unit
    due_on: date
    why: str = ""
    alternatives: str = ""
    basis: str = ""
    basis_path: str = ""
    review_on: date | None = None
    area: Area | None = None
    forum: Forum | None = None
    meeting_id: UUID | None = None
    item_id: UUID | None = None
    picture_id: UUID | None = None
    picture_number: int | None = None


def decide(
    decision: Decision, *, audience: Audience = Audience.PARTIES, overridden: Collection[str] = (), by: Actor
) -> Task:
    """Give the unit its task, and tell it; `audience` is PARTIES, or AUTHORITY for a unit of the own authority."""
    by.must(Permission.DECIDE)
    is_at_table = decision.forum is None or is_seated(decision.owner, decision.forum)
    days = {"due_on": decision.due_on, "today": timezone.localdate()}
    if objections := objections_to_decision(**days, review_on=decision.review_on, is_owner_at_table=is_at_table):
        raise Refused(objections)
    task = give(decision, audience=audience, by=by)
    audit.record_overriding(overridden, about=task, by=by)
    return task


def give(
    decision: Decision, *, audience: Audience = Audience.PARTIES, decided_in: UUID | None = None, by: Actor
) -> Task:
    """Write the task of a decision that was taken, here or by a forum between meetings, and tell its unit."""
    task = Task.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=audience.value,
        decided_at=timezone.now(),
        decided_by=by.user_id,
        decided_in_id=decided_in or by.unit_id,
        **vars(decision),
    )
    audit.record(Event.DECIDED, about=task, by=by)
    path = reverse("tasks:show_task", args=[task.pk])
    notify(NoticeKind.TASK_GIVEN, path, [Recipient.whole(task.owner)], by=by)
    return task


def is_seated(unit: Unit, forum: Forum) -> bool:
    """Whoever has no seat would not find its own task (ADR 0030)."""
    return any(seat.authority_id == unit.authority_id for seat in seats_of(forum))
