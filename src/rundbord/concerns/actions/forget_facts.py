"""Forgetting single facts — slet: the night empties the words of those whose own last day comes before their file's."""

from __future__ import annotations

from collections import Counter

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.queries.facts import past_their_day
from rundbord.deletion.actions import record_deletion


def forget_facts(*, by: Actor) -> int:
    """Empty them for good, and say how many; affiliation that nobody confirmed ends so (retsplejelovens § 115, stk. 5).

    They lie under the key of a file that lives on, so that a backup of the database keeps them as long as it is kept.
    """
    by.must(Permission.WORK_CONCERNS)
    past = past_their_day(by, timezone.localdate())
    persons = Counter(past.values_list("person_id", flat=True))
    if not persons:
        return 0
    past.update(body=b"", source=None)
    for number, count in persons.items():
        record_deletion("fact", rows=count, number=number, by=by)
    return persons.total()
