"""Opening data keys for as long as a request lasts."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import KeyDestroyed, KeyUnknown
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey


def open_key(key_id: UUID) -> OpenKey:
    """Open one data key of the authority in context; raise KeyUnknown, KeyDestroyed or StoreUnusable."""
    opened = open_keys([key_id])
    if key_id in opened:
        return opened[key_id]
    if DataKey.objects.filter(pk=key_id).exists():
        raise KeyDestroyed("the data key was destroyed")
    raise KeyUnknown("no such data key")


def open_keys(key_ids: Iterable[UUID]) -> dict[UUID, OpenKey]:
    """Open the data keys of a whole list with one query; those destroyed, hidden or missing are left out."""
    rows = DataKey.objects.filter(pk__in=set(key_ids), destroyed_at=None)
    store = current_store()
    return {row.pk: OpenKey(row.pk, store.unwrap(name_of(row), bytes(row.wrapped))) for row in rows}


def name_of(row: DataKey) -> KeyName:
    """Give the name by which the key store knows a data key."""
    return KeyName(owner=row.authority_id, key_id=row.pk)
