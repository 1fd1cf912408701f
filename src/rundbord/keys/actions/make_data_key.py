"""Make the data key of one person in one authority; or of one copy that is passed to another."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.keys.core.sealing import KEY_BYTES, OpenKey
from rundbord.keys.core.wrapping import KeyName, version_of
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey


def make_data_key(*, by: Actor) -> DataKey:
    """Make a random key and keep it wrapped; a rolled back act leaves 32 bytes in the store that open nothing."""
    row, _ = _made_for(by.authority_id)
    return row


def make_key_for(*, owner: UUID, under: Permission = Permission.DISCLOSE, by: Actor) -> OpenKey:
    """Make a key of another authority and give it open, once, to seal what is passed to it; its row is not seen again.

    `under` is the permission by which it is passed. The database lets only a fellow party of the actor's table be the
    owner (sharing/sql.py; for exit interventions/exit_sql.py).
    """
    by.must(under)
    row, secret = _made_for(owner)
    return OpenKey(row.pk, secret)


def _made_for(owner: UUID) -> tuple[DataKey, bytes]:
    row = DataKey(authority_id=owner, created_at=timezone.now())
    secret = secrets.token_bytes(KEY_BYTES)
    row.wrapped = current_store().wrap_new(KeyName(owner=owner, key_id=row.pk), secret)
    row.version = version_of(row.wrapped)
    row.save(force_insert=True)
    return row, secret
