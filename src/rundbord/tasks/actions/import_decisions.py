"""Taking over an action list from a spreadsheet: every line is right, or nothing is written; twice adds nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import cast
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.rules import ListedDecision

IMPORTED_MEANWHILE = "En anden har imens indlæst nogle af de samme linjer. Intet er skrevet: se tabellen igennem igen."
_TWICE = {"task_imported_once": {"table": IMPORTED_MEANWHILE}}
_NOON = time(12, 0)


def import_decisions(listed: Sequence[ListedDecision], *, by: Actor) -> int:
    """Write the lines that are not here yet, and say how many; raise Refused when a line is wrong."""
    by.must(Permission.DECIDE)
    if wrong := sum(1 for row in listed if row.errors):
        raise Refused({"table": [f"{wrong} {'linje' if wrong == 1 else 'linjer'} har fejl. Intet er indlæst."]})
    fresh = [row for row in listed if not row.is_known]
    tasks = [_task(row, by) for row in fresh]
    with refusing_collisions(_TWICE):
        Task.objects.bulk_create(tasks)
    Outcome.objects.bulk_create(_outcome(task, row, by) for task, row in zip(tasks, fresh, strict=True) if row.outcome)
    for task in tasks:
        audit.record(Event.DECIDED, about=task, by=by)
    kinds = sorted({found.kind.value for row in fresh for found in row.warnings})
    if kinds:
        audit.record(Event.GUARD_OVERRIDDEN, by=by, details={"kinds": ",".join(kinds)})
    audit.record(Event.DECISIONS_IMPORTED, by=by, details={"count": len(tasks), "known": len(listed) - len(fresh)})
    _tell([task for task in tasks if task.closed_at is None], by)
    return len(tasks)


def _task(row: ListedDecision, by: Actor) -> Task:
    # What was noted on something that is still open is kept with its reason: an outcome would say that it is over.
    why = row.why if row.outcome or not row.result else f"{row.why}\n{row.result}".strip()
    decided_at = _moment(row.decided_on)
    return Task(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=Audience.PARTIES.value,
        what=row.what,
        why=why,
        owner_id=cast(UUID, row.owner_id),
        area_id=row.area_id,
        due_on=cast(date, row.due_on),
        review_on=row.review_on,
        decided_at=decided_at,
        decided_by=by.user_id,
        decided_in_id=by.unit_id,
        closed_at=timezone.now() if row.outcome else None,
        imported_as=row.print_of,
    )


def _outcome(task: Task, row: ListedDecision, by: Actor) -> Outcome:
    return Outcome(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=task.audience,
        task=task,
        outcome=row.outcome or "",
        text=row.result,
        unit_id=by.unit_id,
        at=task.closed_at or timezone.now(),
    )


def _moment(day: date | None) -> datetime:
    now = timezone.now()
    return min(at_clock(day, _NOON), now) if day else now


def _tell(tasks: Sequence[Task], by: Actor) -> None:
    """One notice for each unit, however many tasks it got."""
    units = Unit.objects.filter(pk__in={task.owner_id for task in tasks})
    recipients = [Recipient.whole(unit) for unit in units]
    notify(NoticeKind.TASK_GIVEN, reverse("tasks:tasks"), recipients, by=by)
