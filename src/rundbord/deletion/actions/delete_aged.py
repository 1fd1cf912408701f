"""Deleting what is old enough — slet efter alder: proof, control, and names of those who have left."""

from __future__ import annotations

from collections import Counter

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.session import current_login
from rundbord.deletion.actions.record_deletion import record_deletion
from rundbord.deletion.aging import LEAVERS, old_enough
from rundbord.deletion.queries.periods import days_of
from rundbord.deletion.rules.aged import AGED
from rundbord.identity.actions import forget_leavers


def delete_aged(*, at_table: bool = False, by: Actor) -> int:
    """Delete the own authority's, children before parents, and record how many by each rule; give how many in all."""
    by.must(Permission.CONTROL_DELETION)
    gone: Counter[str] = Counter()
    for table in AGED:
        if table.at_table is at_table:
            # Without looking for what hangs on it: the list has it in order, and the database refuses the rest.
            gone[table.rule] += old_enough(table, by)._raw_delete(using=current_login())
    if not at_table:
        gone[LEAVERS] += forget_leavers(timezone.now(), days=days_of(LEAVERS, by.authority_id), by=by)
    for rule, rows in gone.items():
        if rows:
            record_deletion(rule, rows=rows, by=by)
    return gone.total()
