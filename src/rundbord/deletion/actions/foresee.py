"""Foreseeing — forudse: each night what falls due in thirty days is written anew, for the officer to see by number."""

from __future__ import annotations

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.deletion.models import ComingDeletion
from rundbord.deletion.queries.day import AHEAD
from rundbord.deletion.sources import sources


def foresee(*, by: Actor) -> int:
    """Write what every source tells of the own authority, in place of what stood there; give how much."""
    by.must(Permission.CONTROL_DELETION)
    today = timezone.localdate()
    ComingDeletion.objects.filter(authority_id=by.authority_id).delete()
    rows = [
        ComingDeletion(
            authority_id=by.authority_id, rule=due.rule, day=due.day, number=due.number, is_waiting=due.is_waiting
        )
        for source in sources()
        for due in source.due(by, today, today + AHEAD)
    ]
    ComingDeletion.objects.bulk_create(rows)
    return len(rows)
