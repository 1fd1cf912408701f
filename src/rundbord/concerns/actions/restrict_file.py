"""Somebody has moved away: the file stays as a restricted copy until its own last day (barnets lov § 132)."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.actions.writing import today
from rundbord.concerns.models import Assignment, YoungPerson


def restrict_file(person: YoungPerson, *, ends_on: date, by: Actor) -> None:
    """End everybody's access but that of the responsible and of leaders; a move never makes a file last longer."""
    by.must(Permission.WORK_CONCERNS)
    Assignment.objects.filter(person=person, ended_at=None).update(ended_at=timezone.now())
    person.moved_on = today()
    person.delete_on = min(person.delete_on, ends_on)
    person.save(update_fields=["moved_on", "delete_on"])
    audit.record(Event.FILE_RESTRICTED, about=person, by=by)


def is_lead(person: YoungPerson, by: Actor) -> bool:
    """Tell whether the actor is responsible for the file, in the unit that has it."""
    return (person.lead_id, person.unit_id) == (by.user_id, by.unit_id)
