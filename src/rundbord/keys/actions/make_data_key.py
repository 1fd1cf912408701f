"""Make the data key of one person in one authority."""

from __future__ import annotations

import secrets

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.keys.core.sealing import KEY_BYTES
from rundbord.keys.core.wrapping import KeyName, version_of
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey


def make_data_key(*, by: Actor) -> DataKey:
    """Make a random key and keep it wrapped; a rolled back act leaves 32 bytes in the store that open nothing."""
    row = DataKey(authority_id=by.authority_id, created_at=timezone.now())
    name = KeyName(owner=by.authority_id, key_id=row.pk)
    row.wrapped = current_store().wrap_new(name, secrets.token_bytes(KEY_BYTES))
    row.version = version_of(row.wrapped)
    row.save(force_insert=True)
    return row
