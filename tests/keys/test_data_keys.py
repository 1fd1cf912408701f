"""Data keys in the database: each authority's own, opened there alone, and silent about what they seal."""

from __future__ import annotations

import logging
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.identity.models import Authority
from rundbord.keys import actions, jobs
from rundbord.keys.core.blind_index import index_of_cpr, indexes_of_name
from rundbord.keys.core.cpr import read_cpr
from rundbord.keys.core.trouble import CannotOpen, KeyUnknown, StoreUnusable
from rundbord.keys.current import look_up_key
from rundbord.keys.models import DataKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key, open_keys
from rundbord.keys.store.files import FileKeyStore
from tests.database import as_owner
from tests.factories.situations import Vestegnen
from tests.keys.acts import CANARY, dump, made, opened, rolled_back

TODAY = timezone.localdate()


def test_what_was_sealed_is_read_again_by_the_own_authority(gladsaxe: Actor, person: Authority) -> None:
    row = made(gladsaxe)
    sealed = opened(row, gladsaxe).seal(CANARY, at=place_of(person, "name"))

    assert opened(row, gladsaxe).open(sealed, at=place_of(person, "name")) == CANARY
    with pytest.raises(CannotOpen):
        opened(row, gladsaxe).open(sealed, at=place_of(person, "code"))


def test_another_authority_neither_sees_opens_changes_nor_destroys_it(gladsaxe: Actor, herlev: Actor) -> None:
    row = made(gladsaxe)

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
    assert opened(row, gladsaxe).key_id == row.pk


def test_nobody_adds_a_key_of_somebody_at_no_common_table_or_gives_one_away(
    vestegnen: Vestegnen, gladsaxe: Actor, herlev: Actor
) -> None:
    row = made(gladsaxe)

    with pytest.raises(DatabaseError, match="row-level security"), acting_for(herlev):
        DataKey.objects.create(authority_id=vestegnen.outside.pk, wrapped=b"x", version=1, created_at=timezone.now())
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
    ours, theirs = made(gladsaxe), made(herlev)
    place = place_of(person, "name")
    sealed = opened(ours, gladsaxe).seal(CANARY, at=place)
    also = opened(theirs, herlev).seal(CANARY, at=place)
    cpr = read_cpr("610109-4321", today=TODAY)
    keys = [look_up_key(actor.authority_id) for actor in (gladsaxe, herlev)]

    # Beside version, padding and place there is nothing alike: no run of four bytes.
    runs = [{each[at : at + 4] for at in range(1, len(each) - 3)} for each in (sealed, also)]
    assert not runs[0] & runs[1]
    assert index_of_cpr(cpr, keys[0]) != index_of_cpr(cpr, keys[1])
    assert not set(indexes_of_name(CANARY, keys[0])) & set(indexes_of_name(CANARY, keys[1]))
    with pytest.raises(CannotOpen):
        opened(theirs, herlev).open(sealed, at=place)


def test_a_wrapped_key_moved_to_another_row_or_authority_opens_nothing(gladsaxe: Actor, herlev: Actor) -> None:
    ours, other, theirs = made(gladsaxe), made(gladsaxe), made(herlev)
    with as_owner():
        DataKey.objects.filter(pk__in=[other.pk, theirs.pk]).update(wrapped=ours.wrapped)

    for row, actor in ((other, gladsaxe), (theirs, herlev)):
        with pytest.raises(CannotOpen):
            opened(row, actor)


def test_a_whole_list_is_opened_with_one_query(
    gladsaxe: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rows = [made(gladsaxe) for _ in range(5)]

    with acting_for(gladsaxe), django_assert_num_queries(1):
        assert set(open_keys([row.pk for row in rows] * 2)) == {row.pk for row in rows}


def test_keys_that_were_lost_are_not_founded_anew_in_silence(
    gladsaxe: Actor, settings: Settings, key_store: FileKeyStore, tmp_path: Path
) -> None:
    made(gladsaxe)
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
    assert dump() == []


def test_a_place_is_named_by_table_column_row_and_authority(person: Authority) -> None:
    place = place_of(person, "name")
    owner: UUID = person.authority_id  # type: ignore[attr-defined]

    assert (place.table, place.column, place.row, place.authority) == ("identity_authority", "name", person.pk, owner)


def test_the_text_is_in_no_log_and_no_error(
    gladsaxe: Actor, person: Authority, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    cpr = "610109-4321"
    with caplog.at_level(logging.DEBUG):
        row = made(gladsaxe)
        key = opened(row, gladsaxe)
        sealed = [key.seal(text, at=place_of(person, "name")) for text in (CANARY, cpr)]
        index_of_cpr(read_cpr(cpr, today=TODAY), look_up_key(gladsaxe.authority_id))
        for each in sealed:
            with pytest.raises(CannotOpen) as trouble:
                key.open(each, at=place_of(person, "code"))
            logging.getLogger("rundbord").exception("failed", exc_info=trouble.value)
        with pytest.raises(KeyUnknown):
            open_key(uuid4())

    told = caplog.text + "".join(capsys.readouterr()) + repr(dump())
    assert "CannotOpen" in told
    assert not [word for word in (CANARY, "Opdigtsen", cpr, "6101094321", "4321") if word in told]


def test_making_a_key_in_an_act_that_fails_leaves_no_row(gladsaxe: Actor) -> None:
    with rolled_back(gladsaxe):
        actions.make_data_key(by=gladsaxe)

    assert dump() == []
