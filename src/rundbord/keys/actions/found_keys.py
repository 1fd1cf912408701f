"""Give an authority its keys, and renew the one that wraps its data keys."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.keys.actions.rewrap_data_keys import rewrap_data_keys
from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey


def found_keys(*, by: Actor) -> bool:
    """Make the authority's first keys and tell whether it had none; raise StoreUnusable where they have been lost."""
    store = current_store()
    if by.authority_id in store.owners():
        return False
    if DataKey.objects.filter(authority_id=by.authority_id).exists():
        raise StoreUnusable("the authority has data keys and the store has no key of it: restore the store's backup")
    store.found(by.authority_id)
    return True


def rotate_keys(*, by: Actor) -> int:
    """Make a new key, re-wrap all data keys by it, and say how many.

    The version before stays, so that a backup of the database from yesterday can be read; those before it go, unless a
    data key is still wrapped by one. What no rollback brings back is thus never needed by what is rolled back.
    """
    store = current_store()
    newest = store.version(by.authority_id)
    if not DataKey.objects.filter(authority_id=by.authority_id, version__lt=newest, destroyed_at=None).exists():
        store.retire(by.authority_id)
    store.rotate(by.authority_id)
    return rewrap_data_keys(by=by)
