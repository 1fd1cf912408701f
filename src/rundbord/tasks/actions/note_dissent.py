"""Noting that a unit disagrees with a decision: by itself, or by whoever holds the pen at the table."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.tasks.models import Dissent, Task
from rundbord.tasks.rules import objections_to_dissent


def note_dissent(task: Task, unit: Unit, *, text: str, overridden: Collection[str] = (), by: Actor) -> Dissent:
    """Add the unit's disagreement; nobody changes or removes it afterwards."""
    by.must(Permission.FINISH_TASK)
    may_note = by.may(Permission.DECIDE)
    if objections := objections_to_dissent(text, is_own_unit=unit.pk == by.unit_id, may_note=may_note):
        raise Refused(objections)
    noted = Dissent.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=task.audience,
        forum_id=task.forum_id,
        task=task,
        unit=unit,
        noted_by_id=by.unit_id,
        text=text,
        at=timezone.now(),
    )
    audit.record(Event.DISSENT_NOTED, about=task, by=by)
    audit.record_overriding(overridden, about=task, by=by)
    return noted
