"""Forgetting files — slet: the night destroys the key of each file whose last day has passed, so that no copy opens."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import NamePart, YoungPerson
from rundbord.concerns.queries.falling_due import gone_by, rules_of_files
from rundbord.deletion.actions import record_deletion
from rundbord.keys.actions import destroy_data_key
from rundbord.sharing.actions import call_in_copies


def call_in_copies_of_files(*, by: Actor) -> int:
    """Ask recipients at one table to delete their copies of what is forgotten this night; give how many copies.

    Before the keys go: a file's own copy of what was told lies under the key that is destroyed.
    """
    by.must(Permission.DISCLOSE)
    due = gone_by(by, timezone.localdate())
    return call_in_copies(list(due.values_list("pk", flat=True)), by=by)


def forget_files(*, by: Actor) -> int:
    """Make every file of the own authority whose last day has passed unreadable for good; give how many.

    The rows stay as a mark without words: states, days and functions. What finds a person again goes too.
    """
    by.must(Permission.WORK_CONCERNS)
    due = list(gone_by(by, timezone.localdate()).select_related("data_key"))
    rules = rules_of_files(due)
    for person in due:
        rows = _forget(person, by=by)
        audit.record(Event.FILE_FORGOTTEN, about=person, by=by)
        unit_id = None if person.is_narrow else person.unit_id
        record_deletion(rules[person.pk], rows=rows, keys=1, number=person.pk, unit_id=unit_id, by=by)
    return len(due)


def _forget(person: YoungPerson, *, by: Actor) -> int:
    parts, _ = NamePart.objects.filter(person=person).delete()
    person.cpr_index, person.birth_year, person.has_protected_address = None, None, False
    person.save(update_fields=["cpr_index", "birth_year", "has_protected_address"])
    destroy_data_key(person.data_key, by=by)
    return parts + 1
