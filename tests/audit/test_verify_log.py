"""Rewriting the log as a superuser: `verify-log` finds each way, and says nothing of a log that is whole."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from rundbord.audit.checkpointing import LogRewritten
from rundbord.audit.log_signing import NoLogKey, renew_log_key, verifier_keys
from rundbord.audit.notes import Note, NoteSigner
from rundbord.audit.numbering import number_leaves
from rundbord.audit.stored_tree import StoredTree
from rundbord.audit.tree import root_at
from rundbord.audit.verifying import Fault
from rundbord.keys.current import log_keys
from tests.audit.a_log import ALog
from tests.audit.attacks import ATTACKS, REWRITE
from tests.database import as_log_keeper, as_worker


def test_verify_log_finds_a_log_whole_that_nobody_touched(a_log: ALog) -> None:
    a_log.grow()
    a_log.grow()
    a_log.write(2)

    found = a_log.verify()

    assert found.faults == set()
    assert found.checkpoints == 2
    assert found.waiting == 2
    assert found.report()[0].startswith("Loggen er hel: ")


@pytest.mark.parametrize("what", ATTACKS)
def test_verify_log_finds_that(a_log: ALog, what: str) -> None:
    statements, fault = ATTACKS[what]
    a_log.grow(8)
    a_log.grow(8)

    a_log.attack(*statements)

    found = a_log.verify()
    assert fault in found.faults
    assert found.report()[0] == "LOGGEN ER IKKE HEL."


@pytest.mark.parametrize("what", ["everything is emptied", "an older database is put back", "a leaf is changed"])
def test_verify_log_or_not_the_worker_signs_nothing_that_does_not_continue(a_log: ALog, what: str) -> None:
    a_log.grow(8)
    a_log.grow(8)
    a_log.attack(*ATTACKS[what][0])
    a_log.write(2)

    with pytest.raises((LogRewritten, NoLogKey)):
        a_log.keep()


def test_verify_log_finds_a_fork_by_the_checkpoint_that_somebody_kept(a_log: ALog) -> None:
    kept = a_log.grow(8)
    a_log.attack(*REWRITE, "DELETE FROM audit.checkpoint")
    (log_keys()._folder / "newest").unlink()
    a_log.keep()

    assert a_log.verify().faults == set()  # whoever holds database and key store can, and that is why others witness
    assert a_log.verify(kept=[kept]).faults == {Fault.FORKED}


def test_verify_log_finds_an_older_database_by_the_checkpoint_that_somebody_kept(a_log: ALog) -> None:
    a_log.grow(8)
    store = (log_keys()._folder / "newest").read_bytes()
    kept = a_log.grow(8)
    a_log.attack(*ATTACKS["an older database is put back"][0])
    (log_keys()._folder / "newest").write_bytes(store)

    assert Fault.ROLLED_BACK in a_log.verify(kept=[kept]).faults


def test_verify_log_finds_a_swapped_key(a_log: ALog) -> None:
    note = a_log.grow()
    other = NoteSigner.new(note.checkpoint.origin)
    forged = dataclasses.replace(note, lines=tuple(other.sign(note.checkpoint, at=1)))
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE audit.checkpoint SET note = %s", [forged.text])
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("SET ROLE rundbord_app")

    assert a_log.verify().faults == {Fault.KEY_SWAPPED}


def test_verify_log_finds_a_key_swapped_in_the_store_by_the_keys_that_somebody_knows(a_log: ALog) -> None:
    a_log.grow()
    known = NoteSigner.new("another").public

    assert a_log.verify(known=verifier_keys()).faults == set()
    assert a_log.verify(known=known).faults == {Fault.KEY_SWAPPED}


def test_verify_log_takes_both_keys_while_they_overlap_and_the_old_ones_checkpoints_after(a_log: ALog) -> None:
    first = a_log.grow()
    old = verifier_keys()
    renew_log_key()
    overlapping = a_log.grow()
    log_keys().retire()
    alone = a_log.grow()

    assert [len(note.lines) for note in (first, overlapping, alone)] == [2, 4, 2]
    assert a_log.verify().faults == set()
    assert a_log.verify(known=old).faults == {Fault.KEY_SWAPPED}  # an authority adds the new key to what it knows


def test_verify_log_finds_changed_nodes(a_log: ALog) -> None:
    a_log.grow(300)
    assert a_log.verify().faults == set()

    a_log.attack("UPDATE audit.node SET hash = sha256('another')")

    assert a_log.verify().faults == {Fault.NODE_DIFFERS}


def test_verify_log_finds_that_nobody_numbers(a_log: ALog) -> None:
    a_log.grow()
    a_log.write(3)

    assert a_log.verify(now=timezone.now() + timedelta(hours=1)).faults == {Fault.NOT_NUMBERED}


def test_leaves_are_numbered_in_slices_and_without_a_gap(a_log: ALog) -> None:
    a_log.write(600)
    with as_worker():
        while number_leaves(at_most=97):
            pass
        size = StoredTree().size()
        root = root_at(size, StoredTree())

    numbers = [row[0] for row in a_log.rows("SELECT position FROM audit.leaf ORDER BY position")]
    assert numbers == list(range(size))
    assert a_log.rows("SELECT count(*) FROM audit.node") == [(size // 256,)]
    a_log.keep()
    assert Note.parse(log_keys().remembered()).checkpoint.root == root
    assert a_log.verify().faults == set()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit.event SET actor = NULL",
        "DELETE FROM audit.event",
        "TRUNCATE audit.event",
        "UPDATE audit.leaf SET leaf_hash = sha256('another')",
        "UPDATE audit.leaf SET position = position + 1000",
        "DELETE FROM audit.leaf",
        "TRUNCATE audit.leaf",
        "UPDATE audit.checkpoint SET root = sha256('another')",
        "DELETE FROM audit.checkpoint",
        "DELETE FROM audit.node",
    ],
)
def test_the_logs_own_owner_changes_nothing_by_mistake(a_log: ALog, statement: str) -> None:
    a_log.grow(300)

    with (
        as_log_keeper(),
        pytest.raises(DatabaseError, match="kun laegges"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT audit.number_leaves(10)",
        "SELECT audit.add_nodes('{8}', '{0}', '{}')",
        "SELECT audit.add_checkpoint(1, sha256('a'), 'a')",
        "SELECT * FROM audit.checkpoint",
        "INSERT INTO audit.node VALUES (8, 0, sha256('a'))",
        "UPDATE audit.leaf SET position = 1",
    ],
)
def test_the_application_neither_numbers_nor_signs(a_log: ALog, statement: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_keys_of_the_log_are_for_their_owner_alone(a_log: ALog) -> None:
    a_log.grow()

    files = [path for path in log_keys()._folder.rglob("*") if path.is_file()]

    assert {path.name for path in files} == {"origin", "newest", "1"}
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_a_store_that_lost_its_key_gets_no_new_one(a_log: ALog) -> None:
    a_log.grow()
    for path in (log_keys()._folder / "keys").iterdir():
        path.unlink()
    a_log.write(1)

    with pytest.raises(NoLogKey):
        a_log.keep()
