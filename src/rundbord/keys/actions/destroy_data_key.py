"""Destroy a person's data key: from then on every copy of what it sealed is noise, yesterday's backup included.

The row says so in the act itself, and from that moment no query opens it. The key store follows when the act has been
committed, since what it destroys no rollback brings back; should that fail, the night does it.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import current_login
from rundbord.keys.core.trouble import KeyUnknown
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey
from rundbord.keys.queries import name_of


def destroy_data_key(row: DataKey, *, by: Actor) -> None:
    """Destroy for good; raise KeyUnknown where the row is another authority's or destroyed already."""
    living = DataKey.objects.filter(pk=row.pk, authority_id=by.authority_id, destroyed_at=None)
    if not living.update(destroyed_at=timezone.now(), wrapped=b""):
        raise KeyUnknown("no such data key")
    transaction.on_commit(partial(_destroy_in_store, name_of(row)), using=current_login(), robust=True)


def finish_destructions(*, since: datetime | None = None, by: Actor) -> int:
    """Destroy in the store whatever the rows call destroyed, since then or ever, and say how many.

    For each night, and, without `since`, after a backup of the store was restored.
    """
    gone = DataKey.objects.filter(authority_id=by.authority_id, destroyed_at__isnull=False)
    if since is not None:
        gone = gone.filter(destroyed_at__gte=since)
    store, count = current_store(), 0
    for row in gone.only("authority_id").iterator():
        store.destroy(name_of(row))
        count += 1
    return count


def _destroy_in_store(name: KeyName) -> None:
    current_store().destroy(name)
