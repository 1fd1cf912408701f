"""The store of this installation, and blind indexes by its keys."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from rundbord.keys.core.blind_index import Cost, IndexKey, IndexPurpose
from rundbord.keys.store import KeyStore
from rundbord.keys.store.files import FileKeyStore
from rundbord.keys.store.log_keys import FileLogKeys
from rundbord.keys.store.rounds import FileRoundKeys, RoundKeyStore


def current_store() -> KeyStore:
    """Open the store that the settings name; raise StoreUnusable. An external store would be chosen here."""
    return FileKeyStore(settings.KEY_STORE, cost=_cost())


def round_keys() -> RoundKeyStore:
    """Open where the keys of rounds of *who else?* lie; raise StoreUnusable."""
    return FileRoundKeys(settings.KEY_STORE, cost=_cost())


def log_keys() -> FileLogKeys:
    """Open where the keys lie that sign the log's checkpoints; raise StoreUnusable."""
    return FileLogKeys(settings.KEY_STORE)


def look_up_key(authority_id: UUID) -> IndexKey:
    """Give the key by which an authority finds persons again (`core.blind_index`)."""
    return current_store().index_key(authority_id, IndexPurpose.LOOK_UP)


def commitment_key(authority_id: UUID) -> IndexKey:
    """Give the key by which an authority commits to what it puts into a round (`core.matching`)."""
    return current_store().index_key(authority_id, IndexPurpose.WHO_ELSE)


def _cost() -> Cost:
    return Cost(memory_kib=settings.INDEX_MEMORY_KIB, passes=settings.INDEX_PASSES)
