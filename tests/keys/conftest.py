"""A key store of a test's own, and who has keys in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from rundbord.access.actor import Actor
from rundbord.identity.models import Authority
from rundbord.keys.core.blind_index import Cost
from rundbord.keys.store.files import FileKeyStore, create_store
from tests.factories.situations import ActorOf, Vestegnen

CHEAP = Cost(memory_kib=8, passes=1)


@pytest.fixture(autouse=True)
def keys_on_demand() -> None:
    """Nobody has keys here until a test founds them."""


@pytest.fixture
def key_store(tmp_path: Path, settings: Settings) -> FileKeyStore:
    """An empty store in a folder of this test, which the settings name."""
    folder = tmp_path / "key-store"
    create_store(folder)
    settings.KEY_STORE = folder
    return FileKeyStore(folder, cost=CHEAP)


@pytest.fixture
def gladsaxe(vestegnen: Vestegnen, actor_of: ActorOf, key_store: FileKeyStore) -> Actor:
    """Somebody in Gladsaxe, which has keys, as Herlev and the police have."""
    for authority in (vestegnen.gladsaxe, vestegnen.herlev, vestegnen.police):
        key_store.found(authority.pk)
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def herlev(vestegnen: Vestegnen, actor_of: ActorOf, gladsaxe: Actor) -> Actor:
    return actor_of(vestegnen.herlev_case_worker)


@pytest.fixture
def person(gladsaxe: Actor) -> Authority:
    """Stands for a row about a person, which has a key and columns too; apps of persons come later."""
    row = Authority(name="", code="")
    row.authority_id = gladsaxe.authority_id  # type: ignore[attr-defined]
    return row
