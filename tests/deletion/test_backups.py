"""Deletion holds in backups (security §4.2, R7): after the last day nothing opens, yesterday's copies included."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.concerns import jobs
from rundbord.concerns.models import YoungPerson
from rundbord.keys import jobs as keys_jobs
from rundbord.keys.core.trouble import KeyTrouble
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.current import current_store
from rundbord.keys.queries import open_key
from rundbord.keys.store import backups
from rundbord.keys.store.files import create_store
from rundbord.sharing import jobs as sharing_jobs
from tests.concerns.attaching import attachment_to
from tests.concerns.files import fact_about
from tests.database import as_owner, as_superuser
from tests.deletion.worlds import CANARIES, NAME, WORDS, goes_on
from tests.deletion.yesterday import copy_every_row, found_in_dump, put_back
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.sharing.of_files import tell_of
from tests.sharing.telling import copy_of, table_of

DAY = date(2026, 11, 30)
MORNING = f"{DAY} 09:00+01:00"
NIGHT = f"{DAY + timedelta(days=1)} 01:40+01:00"
KEY = "ordene-der-forsegler-sikkerhedskopien"


@dataclass(frozen=True, kw_only=True)
class World:
    """A file on its last day, yesterday's two backups of it, and what may read it."""

    person: YoungPerson
    by: Actor
    recipient: Actor
    copy_key: UUID
    wrapped: dict[UUID, bytes]
    backup: Path
    client: Client

    def owners(self) -> dict[UUID, UUID]:
        """Give whose key each is: the file's, and the one of the copy that the recipient holds."""
        return {self.person.data_key_id: self.by.authority_id, self.copy_key: self.recipient.authority_id}

    def page(self) -> tuple[int, str]:
        """Ask the application for the file, as the one who is responsible for it."""
        self.client.raise_request_exception = False
        answer = self.client.get(f"/unge/{self.person.pk}/")
        return answer.status_code, answer.content.decode()


@pytest.fixture
def own_store(tmp_path: Path, settings: Settings) -> Path:
    """A key store of this test alone, with a folder for its backups."""
    settings.KEY_STORE = tmp_path / "key-store"
    create_store(settings.KEY_STORE)
    settings.KEY_BACKUPS, settings.KEY_BACKUP_KEY = tmp_path / "backups", KEY
    return tmp_path


@pytest.fixture
def world(own_store: Path, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> World:
    """Person, facts, attachment and a copy at Herlev; then the night's backups of database and key store."""
    with time_machine.travel(MORNING, tick=False):
        by, recipient = actor_of(vestegnen.coordinator), actor_of(vestegnen.herlev_case_worker)
        table_of(vestegnen, actor_of)
        person = goes_on(DAY, by)
        with acting_for(by):
            fact_about(person, by, words=WORDS)
        attachment_to(person, by)
        told = tell_of(person, vestegnen.herlev_ssp, name=NAME, words=WORDS, by=by)
        copy = copy_of(told)
        copy_every_row()
        call_command("back_up_key_store", stdout=io.StringIO())
    [backup] = (own_store / "backups").glob("key-store-*")
    return World(
        person=person,
        by=by,
        recipient=recipient,
        copy_key=copy.data_key_id,
        wrapped=_wrapped({person.data_key_id, copy.data_key_id}),
        backup=backup,
        client=client_of(vestegnen.coordinator),
    )


Night = Callable[[], None]


@pytest.fixture
def nights(world: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Night:
    """Let the nights run as the worker runs them, until the recipient's last day to confirm is over."""

    def run() -> None:
        for days in range(1, 8):
            with time_machine.travel(f"{DAY + timedelta(days=days)} 01:40+01:00", tick=False):
                with django_capture_on_commit_callbacks(execute=True):
                    sharing_jobs.erase_expired_copies(0)
                    jobs.forget_old_files(0)
                keys_jobs.finish(0)

    return run


def _wrapped(key_ids: set[UUID]) -> dict[UUID, bytes]:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT id, wrapped FROM keys_datakey WHERE id = ANY (%s)", [list(key_ids)])
        return {key: bytes(wrapped) for key, wrapped in cursor.fetchall()}


def _opens(world: World) -> list[UUID]:
    """Try to unwrap yesterday's wrapped keys with the store as it is now."""
    store, opened = current_store(), []
    for key_id, owner in world.owners().items():
        try:
            store.unwrap(KeyName(owner=owner, key_id=key_id), world.wrapped[key_id])
        except KeyTrouble:
            continue
        opened.append(key_id)
    return opened


def test_before_the_last_day_yesterdays_backups_open_what_they_should(world: World) -> None:
    """The proof could fail: until the night, database, copy and store do open."""
    with time_machine.travel(MORNING, tick=False):
        status, page = world.page()

    assert (status, WORDS in page) == (200, True)
    assert set(_opens(world)) == set(world.owners())


def test_a_nothing_in_the_living_database_opens_or_names(world: World, nights: Night) -> None:
    nights()

    for actor, key_id in ((world.by, world.person.data_key_id), (world.recipient, world.copy_key)):
        with acting_for(actor), pytest.raises(KeyTrouble):
            open_key(key_id)
    status, page = world.page()
    assert (status, any(word in page for word in CANARIES)) == (404, False)
    with as_owner():
        left = YoungPerson.objects.get(pk=world.person.pk)
        assert (left.cpr_index, left.birth_year, left.name_parts.count()) == (None, None, 0)


def test_b_yesterdays_database_opens_nothing_with_todays_key_store(world: World, nights: Night) -> None:
    nights()
    put_back()
    with as_owner():
        assert YoungPerson.objects.get(pk=world.person.pk).name_parts.count() == 2  # it is yesterday's

    assert _opens(world) == []
    _, page = world.page()
    assert not any(word in page for word in CANARIES)
    assert found_in_dump(CANARIES, "yesterday") == {}


def test_c_yesterdays_key_store_is_made_to_forget_again_before_anything_is_served(
    world: World, nights: Night, own_store: Path
) -> None:
    nights()
    os.rename(own_store / "key-store", own_store / "burnt")
    out = io.StringIO()

    call_command("restore_key_store", str(world.backup), stdout=out)

    assert "destroyed keys were destroyed again" in out.getvalue()
    assert _opens(world) == []
    with time_machine.travel(NIGHT, tick=False):
        call_command("verify_deletion", stdout=io.StringIO())


def test_what_was_destroyed_is_known_though_database_and_store_are_both_yesterdays(
    world: World, nights: Night, own_store: Path
) -> None:
    """Both lost at once: the list beside the store's backups repeats what neither of them remembers."""
    nights()
    with time_machine.travel(f"{DAY + timedelta(days=8)} 02:00+01:00", tick=False):
        call_command("back_up_key_store", stdout=io.StringIO())
    put_back()
    os.rename(own_store / "key-store", own_store / "burnt")

    call_command("restore_key_store", str(world.backup), stdout=io.StringIO())

    assert _opens(world) == []


def test_d_after_a_fortnight_no_backup_of_the_store_holds_the_keys(
    world: World, nights: Night, own_store: Path
) -> None:
    backups.restore(world.backup, own_store / "before", key=KEY)
    gone = {str(key_id) for key_id in world.owners()}
    assert gone <= _counterparts(own_store / "before")
    nights()
    for days in (8, 15):
        with time_machine.travel(f"{DAY + timedelta(days=days)} 02:00+01:00", tick=False):
            call_command("back_up_key_store", stdout=io.StringIO())

    assert not world.backup.exists()
    left = sorted((own_store / "backups").glob("key-store-*"))
    assert len(left) == 2
    for number, each in enumerate(left):
        backups.restore(each, own_store / f"restored-{number}", key=KEY)
        assert not gone & _counterparts(own_store / f"restored-{number}")


def _counterparts(store: Path) -> set[str]:
    return {path.name for path in store.glob("*/counterparts/*")}


def test_e_after_a_fortnight_no_dump_holds_a_word(world: World, nights: Night, own_store: Path) -> None:
    nights()

    assert found_in_dump(CANARIES) == {}
    files = [path for path in own_store.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if any(word.encode() in path.read_bytes() for word in CANARIES)]


def test_f_the_residual_is_what_the_decision_says(world: World, nights: Night) -> None:
    """In yesterday's copy: blind indexes and plain columns. In today's: no index, no year of birth, no sealed bytes
    that open."""
    nights()
    with as_superuser(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM yesterday.concerns_namepart")
        assert cursor.fetchone() == (2,)
        cursor.execute("SELECT birth_year FROM yesterday.concerns_youngperson")
        assert cursor.fetchone() == (2011,)
        cursor.execute("SELECT count(*) FROM concerns_namepart")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT birth_year, cpr_index, has_protected_address FROM concerns_youngperson")
        assert cursor.fetchone() == (None, None, False)
        cursor.execute("SELECT count(*) FROM concerns_attachment")
        assert cursor.fetchone() == (0,)


def test_verifying_says_what_is_left_and_ends_with_1(world: World, nights: Night, own_store: Path) -> None:
    out = io.StringIO()
    with time_machine.travel(NIGHT, tick=False), pytest.raises(SystemExit) as ended:
        call_command("verify_deletion", stdout=out)
    assert ended.value.code == 1
    assert "Sager om unge: 1 skulle være slettet" in out.getvalue()

    nights()
    out = io.StringIO()
    with time_machine.travel(f"{DAY + timedelta(days=7)} 08:00+01:00", tick=False):
        call_command("verify_deletion", stdout=out)
    assert out.getvalue().startswith("Alt, hvis sidste dag er gået")

    store, night = own_store / "key-store", system_of(world.by.authority_id)
    (store / str(night.authority_id) / "destroyed" / str(world.person.data_key_id)).unlink()
    out = io.StringIO()
    with time_machine.travel(f"{DAY + timedelta(days=21)} 08:00+01:00", tick=False), pytest.raises(SystemExit):
        call_command("verify_deletion", stdout=out)
    assert "Nøgler, som nøglelageret stadig har: 1" in out.getvalue()
    assert "ældre end 14 dage: 1" in out.getvalue()
