"""A destroyed key opens nothing, in yesterday's backup either; what was rolled back has destroyed nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.identity.models import Authority
from rundbord.keys import actions, jobs
from rundbord.keys.core.trouble import CannotOpen, KeyDestroyed, KeyTrouble, KeyUnknown
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key, open_keys
from tests.database import as_owner
from tests.keys.acts import CANARY, dump, made, opened, rolled_back


def test_a_destroyed_key_opens_nothing_in_yesterdays_backup_either(
    gladsaxe: Actor, person: Authority, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row, other = made(gladsaxe), made(gladsaxe)
    sealed = opened(row, gladsaxe).seal(CANARY, at=place_of(person, "name"))
    yesterday = dump()

    with django_capture_on_commit_callbacks(execute=True), acting_for(gladsaxe):
        actions.destroy_data_key(row, by=gladsaxe)

    # The thief of yesterday's backup sits at the server itself, with the whole store of today.
    store = current_store()
    name = KeyName(owner=gladsaxe.authority_id, key_id=row.pk)
    with pytest.raises(KeyDestroyed):
        store.unwrap(name, yesterday[0]["wrapped"])
    with pytest.raises(KeyTrouble):
        _tried_with_every_byte_of_the_store(name, yesterday[0]["wrapped"], store)
    assert store.unwrap(KeyName(owner=name.owner, key_id=other.pk), yesterday[1]["wrapped"])
    with pytest.raises(CannotOpen):
        opened(other, gladsaxe).open(sealed, at=place_of(person, "name"))


def _tried_with_every_byte_of_the_store(name: KeyName, wrapped: bytes, store: Any) -> None:
    """Take the mark away and lend every other counterpart of the authority to the destroyed key."""
    folder: Path = store._folder / str(name.owner)
    (folder / "destroyed" / str(name.key_id)).unlink()
    for lent in list((folder / "counterparts").iterdir()):
        borrowed = folder / "counterparts" / str(name.key_id)
        borrowed.write_bytes(lent.read_bytes())
        borrowed.chmod(0o600)
        with pytest.raises(CannotOpen):
            store.unwrap(name, wrapped)
        borrowed.unlink()
    store.unwrap(name, wrapped)


def test_the_row_of_a_destroyed_key_is_empty_and_says_when(
    gladsaxe: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row = made(gladsaxe)
    with django_capture_on_commit_callbacks(execute=True), acting_for(gladsaxe):
        actions.destroy_data_key(row, by=gladsaxe)

    [left] = dump()
    assert left["wrapped"] == b""
    assert left["destroyed_at"] is not None
    with acting_for(gladsaxe):
        with pytest.raises(KeyDestroyed):
            open_key(row.pk)
        assert open_keys([row.pk]) == {}
        with pytest.raises(KeyUnknown):
            actions.destroy_data_key(row, by=gladsaxe)
    with pytest.raises(IntegrityError, match="destroyed_key_is_empty"), acting_for(gladsaxe):
        DataKey.objects.filter(pk=row.pk).update(wrapped=b"back")


def test_a_destruction_that_was_rolled_back_has_destroyed_nothing(
    gladsaxe: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row = made(gladsaxe)
    with (
        django_capture_on_commit_callbacks(execute=True) as callbacks,
        rolled_back(gladsaxe),
    ):
        actions.destroy_data_key(row, by=gladsaxe)

    assert callbacks == []
    assert opened(row, gladsaxe).key_id == row.pk


def test_the_night_destroys_what_the_store_did_not_hear_of(gladsaxe: Actor, herlev: Actor) -> None:
    row, kept = made(gladsaxe), made(herlev)
    [wrapped, *_] = [each["wrapped"] for each in dump()]
    with acting_for(gladsaxe):
        actions.destroy_data_key(row, by=gladsaxe)  # nothing is committed in a test, so the store hears nothing
    name = KeyName(owner=gladsaxe.authority_id, key_id=row.pk)
    assert current_store().unwrap(name, wrapped)

    jobs.finish(0)

    with pytest.raises(KeyDestroyed):
        current_store().unwrap(name, wrapped)
    assert opened(kept, herlev).key_id == kept.pk


def test_the_night_looks_back_a_month_and_a_restored_store_at_everything(gladsaxe: Actor) -> None:
    long_ago = made(gladsaxe)
    with as_owner():
        DataKey.objects.update(destroyed_at=timezone.now() - timedelta(days=400), wrapped=b"")

    with acting_for(gladsaxe):
        assert actions.finish_destructions(since=timezone.now() - jobs.LOOKED_BACK, by=gladsaxe) == 0
        assert actions.finish_destructions(by=gladsaxe) == 1
    with pytest.raises(KeyDestroyed):
        current_store().wrap_new(KeyName(owner=gladsaxe.authority_id, key_id=long_ago.pk), bytes(32))
