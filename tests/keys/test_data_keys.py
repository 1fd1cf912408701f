"""Data keys in the database: each authority's own, renewed without touching what they seal, destroyed in every copy."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.identity.models import Authority
from rundbord.keys import actions, jobs
from rundbord.keys.core.blind_index import index_of_cpr, indexes_of_name
from rundbord.keys.core.cpr import read_cpr
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import CannotOpen, KeyDestroyed, KeyTrouble, KeyUnknown, StoreUnusable
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.current import current_store, look_up_key
from rundbord.keys.models import DataKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key, open_keys
from rundbord.keys.store.files import FileKeyStore
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen

CANARY = "Kanariefugl Opdigtsen"
TODAY = timezone.localdate()


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


def _made(actor: Actor) -> DataKey:
    with acting_for(actor):
        return actions.make_data_key(by=actor)


def _opened(row: DataKey, actor: Actor) -> OpenKey:
    with acting_for(actor):
        return open_key(row.pk)


@contextmanager
def rolled_back(actor: Actor) -> Iterator[None]:
    """An act that fails after it has done everything."""
    with suppress(_Failed), acting_for(actor):
        yield
        raise _Failed


class _Failed(Exception):
    """Whatever goes wrong late."""


def _dump() -> list[dict[str, Any]]:
    """What a backup of the database holds of data keys."""
    with as_owner():
        return [dict(row) for row in DataKey.objects.order_by("created_at").values()]


def test_what_was_sealed_is_read_again_by_the_own_authority(gladsaxe: Actor, person: Authority) -> None:
    row = _made(gladsaxe)
    sealed = _opened(row, gladsaxe).seal(CANARY, at=place_of(person, "name"))

    assert _opened(row, gladsaxe).open(sealed, at=place_of(person, "name")) == CANARY
    with pytest.raises(CannotOpen):
        _opened(row, gladsaxe).open(sealed, at=place_of(person, "code"))


def test_another_authority_neither_sees_opens_changes_nor_destroys_it(gladsaxe: Actor, herlev: Actor) -> None:
    row = _made(gladsaxe)

    with acting_for(herlev):
        assert list(DataKey.objects.all()) == []
        assert open_keys([row.pk]) == {}
        assert DataKey.objects.update(destroyed_at=timezone.now(), wrapped=b"") == 0
        told = []
        for missing in (row.pk, uuid4()):
            with pytest.raises(KeyUnknown) as unknown:
                open_key(missing)
            told.append(str(unknown.value))
        with pytest.raises(KeyUnknown):
            actions.destroy_data_key(row, by=herlev)
    assert told[0] == told[1]
    assert _opened(row, gladsaxe).key_id == row.pk


def test_nobody_adds_a_key_in_anothers_name_or_gives_one_away(gladsaxe: Actor, herlev: Actor) -> None:
    row = _made(gladsaxe)

    with pytest.raises(DatabaseError, match="row-level security"), acting_for(herlev):
        DataKey.objects.create(authority_id=gladsaxe.authority_id, wrapped=b"x", version=1, created_at=timezone.now())
    with pytest.raises(DatabaseError, match="permission denied"), acting_for(gladsaxe):
        DataKey.objects.filter(pk=row.pk).update(authority_id=herlev.authority_id)
    with pytest.raises(DatabaseError, match="permission denied"), acting_for(gladsaxe):
        DataKey.objects.filter(pk=row.pk).delete()


@pytest.mark.parametrize("login", ["rundbord_place", "rundbord_auth"])
def test_partners_and_the_sign_in_step_have_no_grant(vestegnen: Vestegnen, login: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privilege_type FROM information_schema.role_column_grants"
            " WHERE table_name = 'keys_datakey' AND grantee = %s", [login],
        )  # fmt: skip
        assert cursor.fetchall() == []


def test_the_same_person_in_two_authorities_has_nothing_in_common(
    gladsaxe: Actor, herlev: Actor, person: Authority
) -> None:
    ours, theirs = _made(gladsaxe), _made(herlev)
    place = place_of(person, "name")
    sealed = _opened(ours, gladsaxe).seal(CANARY, at=place)
    also = _opened(theirs, herlev).seal(CANARY, at=place)
    cpr = read_cpr("610109-4321", today=TODAY)
    keys = [look_up_key(actor.authority_id) for actor in (gladsaxe, herlev)]

    # Beside version, padding and place there is nothing alike: no run of four bytes.
    runs = [{each[at : at + 4] for at in range(1, len(each) - 3)} for each in (sealed, also)]
    assert not runs[0] & runs[1]
    assert index_of_cpr(cpr, keys[0]) != index_of_cpr(cpr, keys[1])
    assert not set(indexes_of_name(CANARY, keys[0])) & set(indexes_of_name(CANARY, keys[1]))
    with pytest.raises(CannotOpen):
        _opened(theirs, herlev).open(sealed, at=place)


def test_a_wrapped_key_moved_to_another_row_or_authority_opens_nothing(gladsaxe: Actor, herlev: Actor) -> None:
    ours, other, theirs = _made(gladsaxe), _made(gladsaxe), _made(herlev)
    with as_owner():
        DataKey.objects.filter(pk__in=[other.pk, theirs.pk]).update(wrapped=ours.wrapped)

    for row, actor in ((other, gladsaxe), (theirs, herlev)):
        with pytest.raises(CannotOpen):
            _opened(row, actor)


def test_a_whole_list_is_opened_with_one_query(
    gladsaxe: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rows = [_made(gladsaxe) for _ in range(5)]

    with acting_for(gladsaxe), django_assert_num_queries(1):
        assert set(open_keys([row.pk for row in rows] * 2)) == {row.pk for row in rows}


def test_renewing_wraps_anew_and_touches_no_sealed_text(gladsaxe: Actor, herlev: Actor, person: Authority) -> None:
    row, theirs = _made(gladsaxe), _made(herlev)
    sealed = _opened(row, gladsaxe).seal(CANARY, at=place_of(person, "name"))
    before = _dump()

    with acting_for(gladsaxe):
        assert actions.rotate_keys(by=gladsaxe) == 1
        renewed = DataKey.objects.get(pk=row.pk)

    assert renewed.version == 2
    assert bytes(renewed.wrapped) != before[0]["wrapped"]
    assert _opened(row, gladsaxe).open(sealed, at=place_of(person, "name")) == CANARY
    assert _dump()[1] == before[1], "another authority's key is its own affair"
    assert _opened(theirs, herlev).key_id == theirs.pk


def test_yesterdays_backup_is_readable_after_one_renewal_and_not_after_two(gladsaxe: Actor) -> None:
    row = _made(gladsaxe)
    [yesterday] = _dump()
    store, name = current_store(), KeyName(owner=gladsaxe.authority_id, key_id=row.pk)

    with acting_for(gladsaxe):
        actions.rotate_keys(by=gladsaxe)
    assert store.unwrap(name, yesterday["wrapped"])
    with acting_for(gladsaxe):
        actions.rotate_keys(by=gladsaxe)
    with pytest.raises(KeyUnknown):
        store.unwrap(name, yesterday["wrapped"])
    assert _opened(row, gladsaxe).key_id == row.pk


def test_a_renewal_that_was_rolled_back_leaves_every_key_readable(gladsaxe: Actor) -> None:
    row = _made(gladsaxe)
    for _ in range(3):
        with rolled_back(gladsaxe):
            actions.rotate_keys(by=gladsaxe)

    assert _opened(row, gladsaxe).key_id == row.pk
    with acting_for(gladsaxe):
        assert actions.rotate_keys(by=gladsaxe) == 1
    assert _opened(row, gladsaxe).key_id == row.pk


def test_a_key_destroyed_while_keys_are_renewed_stays_destroyed(
    gladsaxe: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row, other = _made(gladsaxe), _made(gladsaxe)
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
        _opened(row, gladsaxe)
    assert _opened(other, gladsaxe).key_id == other.pk


def test_a_destroyed_key_opens_nothing_in_yesterdays_backup_either(
    gladsaxe: Actor, person: Authority, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row, other = _made(gladsaxe), _made(gladsaxe)
    sealed = _opened(row, gladsaxe).seal(CANARY, at=place_of(person, "name"))
    yesterday = _dump()

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
        _opened(other, gladsaxe).open(sealed, at=place_of(person, "name"))


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
    row = _made(gladsaxe)
    with django_capture_on_commit_callbacks(execute=True), acting_for(gladsaxe):
        actions.destroy_data_key(row, by=gladsaxe)

    [left] = _dump()
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
    row = _made(gladsaxe)
    with (
        django_capture_on_commit_callbacks(execute=True) as callbacks,
        rolled_back(gladsaxe),
    ):
        actions.destroy_data_key(row, by=gladsaxe)

    assert callbacks == []
    assert _opened(row, gladsaxe).key_id == row.pk


def test_the_night_destroys_what_the_store_did_not_hear_of(gladsaxe: Actor, herlev: Actor) -> None:
    row, kept = _made(gladsaxe), _made(herlev)
    [wrapped, *_] = [each["wrapped"] for each in _dump()]
    with acting_for(gladsaxe):
        actions.destroy_data_key(row, by=gladsaxe)  # nothing is committed in a test, so the store hears nothing
    name = KeyName(owner=gladsaxe.authority_id, key_id=row.pk)
    assert current_store().unwrap(name, wrapped)

    jobs.finish(0)

    with pytest.raises(KeyDestroyed):
        current_store().unwrap(name, wrapped)
    assert _opened(kept, herlev).key_id == kept.pk


def test_the_night_looks_back_a_month_and_a_restored_store_at_everything(gladsaxe: Actor) -> None:
    long_ago = _made(gladsaxe)
    with as_owner():
        DataKey.objects.update(destroyed_at=timezone.now() - timedelta(days=400), wrapped=b"")

    with acting_for(gladsaxe):
        assert actions.finish_destructions(since=timezone.now() - jobs.LOOKED_BACK, by=gladsaxe) == 0
        assert actions.finish_destructions(by=gladsaxe) == 1
    with pytest.raises(KeyDestroyed):
        current_store().wrap_new(KeyName(owner=gladsaxe.authority_id, key_id=long_ago.pk), bytes(32))


def test_keys_that_were_lost_are_not_founded_anew_in_silence(
    gladsaxe: Actor, settings: Settings, key_store: FileKeyStore, tmp_path: Path
) -> None:
    _made(gladsaxe)
    with acting_for(gladsaxe):
        assert actions.found_keys(by=gladsaxe) is False
        for file in (tmp_path / "key-store" / str(gladsaxe.authority_id)).rglob("*"):
            if file.is_file():
                file.unlink()
        (tmp_path / "key-store" / str(gladsaxe.authority_id)).rename(tmp_path / "lost")
        with pytest.raises(StoreUnusable, match="restore"):
            actions.found_keys(by=gladsaxe)


def test_without_a_store_nothing_is_sealed_and_nothing_written(
    gladsaxe: Actor, settings: Settings, tmp_path: Path
) -> None:
    settings.KEY_STORE = tmp_path / "not-mounted"

    with pytest.raises(StoreUnusable), acting_for(gladsaxe):
        actions.make_data_key(by=gladsaxe)
    with pytest.raises(StoreUnusable):
        jobs.finish(0)
    assert _dump() == []


def test_a_place_is_named_by_table_column_row_and_authority(person: Authority) -> None:
    place = place_of(person, "name")
    owner: UUID = person.authority_id  # type: ignore[attr-defined]

    assert (place.table, place.column, place.row, place.authority) == ("identity_authority", "name", person.pk, owner)


def test_the_text_is_in_no_log_and_no_error(
    gladsaxe: Actor, person: Authority, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    cpr = "610109-4321"
    with caplog.at_level(logging.DEBUG):
        row = _made(gladsaxe)
        key = _opened(row, gladsaxe)
        sealed = [key.seal(text, at=place_of(person, "name")) for text in (CANARY, cpr)]
        index_of_cpr(read_cpr(cpr, today=TODAY), look_up_key(gladsaxe.authority_id))
        for each in sealed:
            with pytest.raises(CannotOpen) as trouble:
                key.open(each, at=place_of(person, "code"))
            logging.getLogger("rundbord").exception("failed", exc_info=trouble.value)
        with pytest.raises(KeyUnknown):
            open_key(uuid4())

    told = caplog.text + "".join(capsys.readouterr()) + repr(_dump())
    assert "CannotOpen" in told
    assert not [word for word in (CANARY, "Opdigtsen", cpr, "6101094321", "4321") if word in told]


def test_making_a_key_in_an_act_that_fails_leaves_no_row(gladsaxe: Actor) -> None:
    with rolled_back(gladsaxe):
        actions.make_data_key(by=gladsaxe)

    assert _dump() == []
