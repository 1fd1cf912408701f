"""The store's own backups: sealed, gone after a fortnight, restored whole, and no way back for what was destroyed."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from rundbord.access.session import acting_for
from rundbord.keys import actions
from rundbord.keys.core.trouble import CannotOpen, KeyDestroyed, StoreUnusable
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.store import backups
from rundbord.keys.store.backups import back_up, restore
from rundbord.keys.store.files import FileKeyStore
from rundbord.keys.store.folder import read_private
from tests.factories.situations import ActorOf, Vestegnen
from tests.keys.conftest import CHEAP

KEY = "ordene-der-forsegler-sikkerhedskopien"
NOW = datetime(2026, 11, 29, 3, tzinfo=UTC)
OURS = uuid4()
SECRET = bytes(range(32))


@pytest.fixture
def name(key_store: FileKeyStore) -> KeyName:
    key_store.found(OURS)
    return KeyName(owner=OURS, key_id=uuid4())


def test_a_restored_store_opens_what_it_opened_before(key_store: FileKeyStore, name: KeyName, tmp_path: Path) -> None:
    wrapped = key_store.wrap_new(name, SECRET)
    gone = KeyName(owner=OURS, key_id=uuid4())
    key_store.wrap_new(gone, SECRET)
    key_store.destroy(gone)
    backup = back_up(tmp_path / "key-store", tmp_path / "backups", key=KEY, now=NOW)

    restore(backup, tmp_path / "new", key=KEY)

    restored = FileKeyStore(tmp_path / "new", cost=CHEAP)
    assert restored.unwrap(name, wrapped) == SECRET
    with pytest.raises(KeyDestroyed):
        restored.unwrap(gone, wrapped)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "new").rglob("*")}
    assert modes <= {0o700, 0o600}


def test_a_backup_is_closed_and_holds_no_readable_key(key_store: FileKeyStore, name: KeyName, tmp_path: Path) -> None:
    key_store.wrap_new(name, SECRET)
    backup = back_up(tmp_path / "key-store", tmp_path / "backups", key=KEY, now=NOW)

    keys = [path.read_bytes() for path in (tmp_path / "key-store").rglob("*") if path.is_file() and path.stat().st_size]
    written = backup.read_bytes()
    assert not any(key in written or key.hex().encode() in written for key in keys)
    assert (backup.stat().st_mode & 0o777, backup.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize(
    "change", [lambda raw: raw[:-1], lambda raw: bytes([raw[0] ^ 1]) + raw[1:], lambda raw: b"", lambda raw: raw + b"x"]
)
def test_a_changed_backup_and_another_key_restore_nothing(name: KeyName, tmp_path: Path, change: Any) -> None:
    backup = back_up(tmp_path / "key-store", tmp_path / "backups", key=KEY, now=NOW)
    with pytest.raises(CannotOpen):
        restore(backup, tmp_path / "new", key=KEY + "x")

    backup.write_bytes(change(backup.read_bytes()))
    with pytest.raises(CannotOpen):
        restore(backup, tmp_path / "new", key=KEY)
    assert list((tmp_path / "new").iterdir()) == []


def test_backups_older_than_a_fortnight_go_and_other_files_stay(name: KeyName, tmp_path: Path) -> None:
    into = tmp_path / "backups"
    made = [back_up(tmp_path / "key-store", into, key=KEY, now=NOW + timedelta(days=day)) for day in range(15)]
    (into / "key-store-af-hånd.sealed").write_bytes(b"")
    (into / "readme").write_bytes(b"")

    newest = back_up(tmp_path / "key-store", into, key=KEY, now=NOW + timedelta(days=15))

    left = {path.name for path in into.iterdir()}
    assert left == {path.name for path in made[1:]} | {newest.name, "key-store-af-hånd.sealed", "readme"}


def test_a_key_destroyed_while_the_backup_is_written_is_no_trouble(
    key_store: FileKeyStore, name: KeyName, tmp_path: Path
) -> None:
    key_store.wrap_new(name, SECRET)

    def vanishing(file: Path) -> bytes:
        if file.name == str(name.key_id):
            raise FileNotFoundError
        return read_private(file)

    with patch.object(backups, "read_private", vanishing):
        backup = back_up(tmp_path / "key-store", tmp_path / "backups", key=KEY, now=NOW)
    restore(backup, tmp_path / "new", key=KEY)

    assert FileKeyStore(tmp_path / "new", cost=CHEAP).version(OURS) == 1


def test_what_is_unsafe_is_refused(name: KeyName, tmp_path: Path) -> None:
    store = tmp_path / "key-store"
    (tmp_path / "open").mkdir(mode=0o755)

    with pytest.raises(StoreUnusable, match="at least 32"):
        back_up(store, tmp_path / "backups", key="kort", now=NOW)
    with pytest.raises(StoreUnusable, match="inside"):
        back_up(store, store / "backups", key=KEY, now=NOW)
    with pytest.raises(StoreUnusable, match="open to others"):
        back_up(store, tmp_path / "open", key=KEY, now=NOW)
    with pytest.raises(StoreUnusable, match="not empty"):
        restore(tmp_path / "any", store, key=KEY)


@pytest.fixture
def _backups_in_settings(key_store: FileKeyStore, tmp_path: Path, settings: Settings) -> None:
    settings.KEY_BACKUPS, settings.KEY_BACKUP_KEY = tmp_path / "backups", KEY


@pytest.mark.usefixtures("_backups_in_settings")
def test_the_operator_backs_up_and_restores_and_what_was_destroyed_meanwhile_stays_destroyed(
    vestegnen: Vestegnen, actor_of: ActorOf, tmp_path: Path
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        actions.found_keys(by=coordinator)
        row, kept = (actions.make_data_key(by=coordinator) for _ in range(2))
    wrapped = {each.pk: bytes(each.wrapped) for each in (row, kept)}
    call_command("back_up_key_store", stdout=io.StringIO())
    with acting_for(coordinator):
        actions.destroy_data_key(row, by=coordinator)
    os.rename(tmp_path / "key-store", tmp_path / "burnt")

    [backup] = (tmp_path / "backups").glob("key-store-*")
    out = io.StringIO()
    call_command("restore_key_store", str(backup), stdout=out)

    restored = FileKeyStore(tmp_path / "key-store", cost=CHEAP)
    assert "1 destroyed keys were destroyed again" in out.getvalue()
    with pytest.raises(KeyDestroyed):
        restored.unwrap(KeyName(owner=coordinator.authority_id, key_id=row.pk), wrapped[row.pk])
    assert restored.unwrap(KeyName(owner=coordinator.authority_id, key_id=kept.pk), wrapped[kept.pk])


def test_the_operator_is_told_why_not(key_store: FileKeyStore, tmp_path: Path, settings: Settings) -> None:
    settings.KEY_BACKUPS, settings.KEY_BACKUP_KEY = None, "kort"
    with pytest.raises(CommandError, match="RUNDBORD_KEY_BACKUPS"):
        call_command("back_up_key_store")
    settings.KEY_BACKUPS = tmp_path / "backups"
    with pytest.raises(CommandError, match="RUNDBORD_KEY_BACKUP_KEY has 4 characters"):
        call_command("back_up_key_store")
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore_key_store", str(tmp_path / "backups"))
    with pytest.raises(CommandError, match="not empty"):
        call_command("create_key_store")
