"""Renewing an authority's key wraps its data keys anew and touches nothing that they seal."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.identity.models import Authority
from rundbord.keys import actions
from rundbord.keys.core.trouble import KeyDestroyed, KeyUnknown
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey
from rundbord.keys.places import place_of
from rundbord.keys.store.files import FileKeyStore
from tests.keys.acts import CANARY, dump, made, opened, rolled_back


def test_renewing_wraps_anew_and_touches_no_sealed_text(gladsaxe: Actor, herlev: Actor, person: Authority) -> None:
    row, theirs = made(gladsaxe), made(herlev)
    sealed = opened(row, gladsaxe).seal(CANARY, at=place_of(person, "name"))
    before = dump()

    with acting_for(gladsaxe):
        assert actions.rotate_keys(by=gladsaxe) == 1
        renewed = DataKey.objects.get(pk=row.pk)

    assert renewed.version == 2
    assert bytes(renewed.wrapped) != before[0]["wrapped"]
    assert opened(row, gladsaxe).open(sealed, at=place_of(person, "name")) == CANARY
    assert dump()[1] == before[1], "another authority's key is its own affair"
    assert opened(theirs, herlev).key_id == theirs.pk


def test_yesterdays_backup_is_readable_after_one_renewal_and_not_after_two(gladsaxe: Actor) -> None:
    row = made(gladsaxe)
    [yesterday] = dump()
    store, name = current_store(), KeyName(owner=gladsaxe.authority_id, key_id=row.pk)

    with acting_for(gladsaxe):
        actions.rotate_keys(by=gladsaxe)
    assert store.unwrap(name, yesterday["wrapped"])
    with acting_for(gladsaxe):
        actions.rotate_keys(by=gladsaxe)
    with pytest.raises(KeyUnknown):
        store.unwrap(name, yesterday["wrapped"])
    assert opened(row, gladsaxe).key_id == row.pk


def test_a_renewal_that_was_rolled_back_leaves_every_key_readable(gladsaxe: Actor) -> None:
    row = made(gladsaxe)
    for _ in range(3):
        with rolled_back(gladsaxe):
            actions.rotate_keys(by=gladsaxe)

    assert opened(row, gladsaxe).key_id == row.pk
    with acting_for(gladsaxe):
        assert actions.rotate_keys(by=gladsaxe) == 1
    assert opened(row, gladsaxe).key_id == row.pk


def test_a_key_destroyed_while_keys_are_renewed_stays_destroyed(
    gladsaxe: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row, other = made(gladsaxe), made(gladsaxe)
    rewrap = FileKeyStore.rewrap

    def interrupted(store: FileKeyStore, name: KeyName, wrapped: bytes) -> bytes:
        if name.key_id == row.pk:
            actions.destroy_data_key(row, by=gladsaxe)
        return rewrap(store, name, wrapped)

    with (
        django_capture_on_commit_callbacks(execute=True),
        acting_for(gladsaxe),
        patch.object(FileKeyStore, "rewrap", interrupted),
    ):
        assert actions.rotate_keys(by=gladsaxe) == 1

    with pytest.raises(KeyDestroyed):
        opened(row, gladsaxe)
    assert opened(other, gladsaxe).key_id == other.pk
