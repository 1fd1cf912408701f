"""Wrap an authority's data keys by its newest key; no word that they seal is touched."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey
from rundbord.keys.queries import name_of


def rewrap_data_keys(*, by: Actor) -> int:
    """Re-wrap all that an older version wraps, and say how many; one that was destroyed meanwhile is left alone."""
    store = current_store()
    newest = store.version(by.authority_id)
    older = DataKey.objects.filter(authority_id=by.authority_id, version__lt=newest, destroyed_at=None)
    count = 0
    for row in older.iterator():
        wrapped = store.rewrap(name_of(row), bytes(row.wrapped))
        same = DataKey.objects.filter(pk=row.pk, version=row.version, destroyed_at=None)
        count += same.update(wrapped=wrapped, version=newest)
    return count
