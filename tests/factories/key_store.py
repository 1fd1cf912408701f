"""A key store for tests, in which an authority has keys as soon as somebody needs them."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from rundbord.keys.core.blind_index import Cost, IndexKey, IndexPurpose
from rundbord.keys.core.trouble import KeyUnknown
from rundbord.keys.store.files import FileKeyStore, create_store

CHEAP = Cost(memory_kib=8, passes=1)


class FoundingStore(FileKeyStore):
    """Founds an authority's keys on the way, which in production a command does once."""

    def version(self, owner: UUID) -> int:
        """Give the newest version, after founding where there is none."""
        try:
            return super().version(owner)
        except KeyUnknown:
            self.found(owner)
            return super().version(owner)

    def index_key(self, owner: UUID, purpose: IndexPurpose) -> IndexKey:
        """Give the index key, after founding where there is none."""
        self.version(owner)
        return super().index_key(owner, purpose)


@pytest.fixture(scope="session")
def folder_of_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all tests of a worker: authorities have new ids in each test."""
    folder = tmp_path_factory.mktemp("keys") / "key-store"
    create_store(folder)
    return folder


@pytest.fixture(autouse=True)
def keys_on_demand(folder_of_keys: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sealing and looking up work in every test; those of keys themselves bring their own store."""
    settings.KEY_STORE = folder_of_keys
    settings.INDEX_MEMORY_KIB, settings.INDEX_PASSES = CHEAP.memory_kib, CHEAP.passes
    monkeypatch.setattr("rundbord.keys.current.FileKeyStore", FoundingStore)
