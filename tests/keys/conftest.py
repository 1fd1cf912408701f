"""A key store of a test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from rundbord.keys.core.blind_index import Cost
from rundbord.keys.store.files import FileKeyStore, create_store

CHEAP = Cost(memory_kib=8, passes=1)


@pytest.fixture
def key_store(tmp_path: Path, settings: Settings) -> FileKeyStore:
    """An empty store in a folder of this test, which the settings name."""
    folder = tmp_path / "key-store"
    create_store(folder)
    settings.KEY_STORE = folder
    return FileKeyStore(folder, cost=CHEAP)
