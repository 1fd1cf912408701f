"""Forgetting files — slet: the night destroys the key of each file whose last day has passed, so that no copy opens."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import NamePart, YoungPerson
from rundbord.keys.actions import destroy_data_key


def forget_files(*, by: Actor) -> int:
    """Make every file of the own authority whose last day has passed unreadable for good; give how many.

    The rows stay as a mark without words: states, days and functions. What finds a person again goes too.
    """
    by.must(Permission.WORK_CONCERNS)
    due = YoungPerson.objects.filter(
        authority_id=by.authority_id, delete_on__lt=timezone.localdate(), data_key__destroyed_at=None
    )
    count = 0
    for person in due.select_related("data_key"):
        _forget(person, by=by)
        audit.record(Event.FILE_FORGOTTEN, about=person, by=by)
        count += 1
    return count


def _forget(person: YoungPerson, *, by: Actor) -> None:
    NamePart.objects.filter(person=person).delete()
    person.cpr_index, person.birth_year, person.has_protected_address = None, None, False
    person.save(update_fields=["cpr_index", "birth_year", "has_protected_address"])
    destroy_data_key(person.data_key, by=by)
