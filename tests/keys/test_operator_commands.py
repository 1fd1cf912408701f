"""What an operator does with keys: making the store, giving keys, renewing them; each in the authority's own log."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.demo.keys import give_keys
from rundbord.foureyes.actions import confirm, order_new_key
from rundbord.foureyes.models import Order
from rundbord.keys import actions
from rundbord.keys.models import DataKey
from rundbord.keys.store.files import FileKeyStore
from tests.factories.situations import ActorOf, Vestegnen
from tests.keys.conftest import CHEAP
from tests.logs import logged


def _called(*words: str) -> str:
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_authorities_get_keys_once_and_partners_get_none(vestegnen: Vestegnen, key_store: FileKeyStore) -> None:
    told = _called("found_keys")

    assert {vestegnen.police.pk, vestegnen.gladsaxe.pk, vestegnen.herlev.pk} <= set(key_store.owners())
    assert vestegnen.housing.pk not in key_store.owners()
    assert "Gladsaxe Kommune has been given keys" in told
    assert _called("found_keys") == ""
    assert logged(Event.KEYS_FOUNDED, about=vestegnen.gladsaxe) == 1


def test_one_authoritys_key_is_renewed_when_two_of_its_own_have_agreed_and_once(
    vestegnen: Vestegnen, key_store: FileKeyStore, actor_of: ActorOf
) -> None:
    _called("found_keys")
    system = system_of(vestegnen.gladsaxe.pk)
    with acting_for(system):
        row = actions.make_data_key(by=system)

    order = _ordered(actor_of(vestegnen.leader))
    _is_refused(key_store, vestegnen)
    dpo = actor_of(vestegnen.dpo)
    with acting_for(dpo):
        confirm(order, by=dpo)
    assert "1 data keys" in _called("rotate_keys", "--authority", "gladsaxe")
    _is_refused(key_store, vestegnen, version=2)

    with acting_for(system):
        assert DataKey.objects.get(pk=row.pk).version == 2
    assert (key_store.version(vestegnen.gladsaxe.pk), key_store.version(vestegnen.herlev.pk)) == (2, 1)
    assert logged(Event.KEYS_ROTATED, about=order) == 1


def _ordered(leader: Actor) -> Order:
    with acting_for(leader):
        return order_new_key(by=leader)


def _is_refused(store: FileKeyStore, vestegnen: Vestegnen, *, version: int = 1) -> None:
    with pytest.raises(CommandError, match="nobody has ordered it, or no second person"):
        _called("rotate_keys", "--authority", "gladsaxe")
    assert store.version(vestegnen.gladsaxe.pk) == version


def test_the_operator_is_told_why_not(vestegnen: Vestegnen, key_store: FileKeyStore, settings: Settings) -> None:
    with pytest.raises(CommandError, match="no authority with the code atlantis"):
        _called("rotate_keys", "--authority", "atlantis")
    with pytest.raises(CommandError, match="nobody has ordered it"):
        _called("rotate_keys", "--authority", "gladsaxe")
    settings.KEY_STORE = Path("/nonexistent")
    with pytest.raises(CommandError, match="missing"):
        _called("found_keys")


def test_the_demonstration_makes_its_store_and_gives_keys(
    vestegnen: Vestegnen, tmp_path: Path, settings: Settings
) -> None:
    settings.KEY_STORE = tmp_path / "demo" / "key-store"

    for _ in range(2):
        give_keys()

    assert vestegnen.gladsaxe.pk in FileKeyStore(settings.KEY_STORE, cost=CHEAP).owners()
