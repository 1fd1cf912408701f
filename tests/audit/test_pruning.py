"""Entries go when their time is over; their hashes stay, and `verify-log` tells it from a deletion."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from pytest_django import Settings

from rundbord import audit
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.audit.jobs import prune
from rundbord.audit.pruning import _entry, prune_log, thin_checkpoints
from rundbord.audit.verifying import Fault
from tests.audit.a_log import ALog
from tests.database import as_worker

YEARS = timedelta(days=3 * 365)


@pytest.fixture
def aged_log(a_log: ALog) -> ALog:
    """A log whose first checkpoint is three years old, and which has gone on since."""
    with time_machine.travel(timezone.now() - YEARS):
        a_log.grow(8)
    a_log.attack("UPDATE audit.checkpoint SET at = at - interval '1095 days'")
    a_log.grow(8)
    return a_log


def _pruned(log: ALog) -> int:
    with as_worker():
        return prune_log(before=timezone.now() - timedelta(days=732))


def test_verify_log_takes_lawful_pruning_for_what_it_is(aged_log: ALog) -> None:
    [(old, young)] = aged_log.rows("SELECT min(size), max(size) - min(size) FROM audit.checkpoint")

    assert _pruned(aged_log) == old
    aged_log.keep()

    assert aged_log.rows("SELECT count(*) FROM audit.event e JOIN audit.leaf ON event_id = id WHERE position < 8") == [
        (0,)
    ]
    found = aged_log.verify()
    assert found.faults == set()
    assert (found.pruned, found.lines) == (old, old + young + 1)
    assert f"{old} slettet efter tid" in found.report()[0]


def test_no_salt_is_left_of_what_was_pruned(aged_log: ALog) -> None:
    [(before,)] = aged_log.rows("SELECT count(salt) FROM audit.event")

    gone = _pruned(aged_log)

    assert aged_log.rows("SELECT count(salt) FROM audit.event") == [(before - gone + 1,)]


def test_nothing_goes_twice_and_nothing_that_is_young(aged_log: ALog) -> None:
    assert _pruned(aged_log) > 0
    assert _pruned(aged_log) == 0

    with as_worker(), pytest.raises(DatabaseError, match="kun efter tid"), transaction.atomic():
        _prune_by_hand(aged_log.grow(1).checkpoint.size)


def test_verify_log_finds_a_row_that_pruning_left(aged_log: ALog) -> None:
    keeping = (
        "CREATE TEMP TABLE kept AS SELECT e.* FROM audit.event e JOIN audit.leaf ON event_id = id WHERE position = 3"
    )
    aged_log.attack(keeping)
    _pruned(aged_log)
    aged_log.keep()

    aged_log.attack("INSERT INTO audit.event SELECT * FROM kept")

    assert aged_log.verify().faults == {Fault.NOT_PRUNED}


def test_verify_log_finds_a_deletion_that_calls_itself_pruning(a_log: ALog) -> None:
    a_log.grow(8)
    newest = a_log.grow(8).checkpoint.size
    canonical = _entry(newest).hex()

    a_log.attack(
        f"DELETE FROM audit.event WHERE id IN (SELECT event_id FROM audit.leaf WHERE position < {newest})",
        f"SELECT audit.append('\\x{canonical}', '\\x{'00' * 16}')",
    )
    a_log.keep()

    assert a_log.verify().faults == {Fault.PRUNED_TOO_EARLY}


def test_verify_log_finds_a_single_young_row_deleted_after_pruning(aged_log: ALog) -> None:
    _pruned(aged_log)
    aged_log.keep()

    aged_log.attack(
        "DELETE FROM audit.event WHERE id = (SELECT event_id FROM audit.leaf ORDER BY position DESC LIMIT 1 OFFSET 3)"
    )

    assert aged_log.verify().faults == {Fault.ROW_DELETED}


def test_nobody_says_in_the_log_that_it_was_pruned(a_log: ALog) -> None:
    with acting_for(a_log.writer), pytest.raises(DatabaseError, match="loglinjen"), transaction.atomic():
        audit.record(Event.LOG_PRUNED, by=a_log.writer, details={"up_to": 3})


@pytest.mark.parametrize("statement", ["SELECT audit.prunable(now())", "SELECT audit.thin_checkpoints(now())"])
def test_the_application_prunes_nothing(a_log: ALog, statement: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_old_checkpoints_thin_out_to_one_a_day(a_log: ALog) -> None:
    for _ in range(4):
        a_log.grow(2)
    a_log.attack("UPDATE audit.checkpoint SET at = at - interval '40 days'")
    newest = a_log.grow(2).checkpoint.size

    with as_worker():
        gone = thin_checkpoints(before=timezone.now())

    assert gone == 3
    assert a_log.rows("SELECT max(size), count(*) FROM audit.checkpoint") == [(newest, 2)]
    assert a_log.verify().faults == set()


def test_the_nights_work_prunes(aged_log: ALog, settings: Settings) -> None:
    settings.LOG_DAYS = 731
    with as_worker():
        prune(0)
    aged_log.keep()

    assert aged_log.verify().pruned > 0


def _prune_by_hand(size: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit.prune(%s, %s, %s)", [size, _entry(size), bytes(16)])
