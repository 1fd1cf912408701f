"""A log with a key store of its own, whose worker numbers and signs when a test says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from rundbord.keys.store.files import create_store
from tests.audit.a_log import ALog
from tests.factories.situations import ActorOf, Vestegnen


@pytest.fixture
def own_key_store(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key store in which the log has no key yet; whatever waits is signed at once."""
    settings.KEY_STORE = tmp_path / "key-store"
    create_store(settings.KEY_STORE)
    monkeypatch.setattr("rundbord.audit.checkpointing.MOST_WAITING", 1)
    return tmp_path / "key-store"


@pytest.fixture
def a_log(own_key_store: Path, vestegnen: Vestegnen, actor_of: ActorOf) -> ALog:
    """The log of Vestegnen, with whatever founding it has written."""
    return ALog(actor_of(vestegnen.coordinator))
