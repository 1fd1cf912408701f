"""Somebody has moved away: the file stays as a restricted copy until its own last day (barnets lov § 132)."""

from __future__ import annotations

from datetime import date

from django.db import connections
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.concerns.actions.writing import today
from rundbord.concerns.models import Assignment, YoungPerson
from rundbord.sharing.queries import nominations_about


def restrict_file(person: YoungPerson, *, ends_on: date, by: Actor) -> None:
    """End everybody's access but that of the responsible and of leaders; a move never makes a file last longer.

    What was told and received about the person goes along, and no round of *who else?* finds it any more.
    """
    by.must(Permission.WORK_CONCERNS)
    Assignment.objects.filter(person=person, ended_at=None).update(ended_at=timezone.now())
    person.moved_on = today()
    person.delete_on = min(person.delete_on, ends_on)
    person.save(update_fields=["moved_on", "delete_on"])
    waiting = [each for each in nominations_about(person.pk) if each.round.closed_at is None]
    audit.record(Event.FILE_RESTRICTED, about=person, by=by, details={"nominations": len(waiting)})
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT ctx.keep_apart(%s)", [person.pk])


def is_lead(person: YoungPerson, by: Actor) -> bool:
    """Tell whether the actor is responsible for the file, in the unit that has it."""
    return (person.lead_id, person.unit_id) == (by.user_id, by.unit_id)
