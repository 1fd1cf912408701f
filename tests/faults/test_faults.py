"""What breaks under people's hands: nothing that was called saved is missing, and whoever is told no is told why."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from bs4 import BeautifulSoup

from bench.at_size.visiting import MOVED, Visitor, signed_in
from tests.faults.writers import report_with, seconds_until_well, times_stored, writing
from tests.journeys.served import in_database
from tests.small_world import SmallWorld

# One server for all of it, like a journey's; a quick run leaves it out.
pytestmark = pytest.mark.left_out

WORDS = "Knuste flasker ved nedgangen, og lygten er slukket."
_AWAY = 503


def test_killed_workers_take_nothing_with_them_that_was_called_saved(world: SmallWorld) -> None:
    with writing(world) as told:
        for _ in range(4):
            time.sleep(1)
            os.kill(_workers(world)[0], signal.SIGKILL)
        time.sleep(1)

    stored = times_stored(world, told.accepted)
    assert [words for words in told.accepted if stored.get(words) != 1] == []
    assert len(told.accepted) > len(told.refused)
    # Each worker that was killed held one request at most.
    assert len(told.refused) <= 4, told.refused
    assert seconds_until_well(signed_in(world, "gade@gladsaxe")) < 5


def test_a_database_that_goes_away_costs_no_words_and_no_restart(world: SmallWorld) -> None:
    visitor = signed_in(world, "gade@gladsaxe")
    form = report_with(visitor, WORDS)

    with writing(world) as told:
        time.sleep(1)
        with _database_away(world):
            answer = visitor.send("/indberet/", form)
            health = Visitor(port=world.port).get("/helbred/").status
            time.sleep(1)
        waited = seconds_until_well(visitor)
        time.sleep(1)

    page = answer.body.decode()
    assert (answer.status, health) == (_AWAY, _AWAY)
    assert "kan ikke nå sine oplysninger lige nu" in page
    assert WORDS in page
    assert waited < 5
    stored = times_stored(world, told.accepted)
    assert [words for words in told.accepted if stored.get(words) != 1] == []
    assert set(told.refused) <= {str(_AWAY)}, told.refused

    # The page that said no is a form: sending it again saves the words, once.
    again = {
        str(each["name"]): str(each.get("value", "")) for each in BeautifulSoup(page, "html.parser").select("input")
    }
    assert visitor.send("/indberet/", again).status == MOVED
    assert times_stored(world, [WORDS]) == {WORDS: 1}


def test_a_full_disk_refuses_what_is_written_and_shows_what_is_there(world: SmallWorld) -> None:
    visitor = signed_in(world, "gade@gladsaxe")
    words = "Ingen ved kiosken, men musik fra parkeringen."
    form = report_with(visitor, words)

    with _disk_full(world):
        answer = visitor.send("/indberet/", form)
        shown = visitor.get("/")

    assert (answer.status, shown.status) == (_AWAY, 200)
    assert words in answer.body.decode()
    assert times_stored(world, [words]) == {}
    assert "No space" not in answer.body.decode()
    assert visitor.send("/indberet/", form).status == MOVED


def test_the_log_of_a_server_in_trouble_holds_no_words(
    world: SmallWorld, tmp_path_factory: pytest.TempPathFactory
) -> None:
    visitor = signed_in(world, "gade@gladsaxe")
    form = report_with(visitor, "Hemmelige ord ved kiosken i aften.")
    with _disk_full(world):
        assert visitor.send("/indberet/", form).status == _AWAY

    logs = [path.read_text("utf-8") for path in Path(tmp_path_factory.getbasetemp()).glob("faults*/server.log")]

    assert logs
    assert "Hemmelige ord" not in "".join(logs)


def _workers(world: SmallWorld) -> list[int]:
    assert world.server
    pid = world.server.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]


@contextmanager
def _database_away(world: SmallWorld) -> Iterator[None]:
    """End every connection and let nobody in, as while a server restarts."""
    with psycopg.connect(in_database(os.environ["RUNDBORD_CLUSTER_URL"], "postgres"), autocommit=True) as behind:
        behind.execute(f'ALTER DATABASE "{world.database}" ALLOW_CONNECTIONS false')
        behind.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [world.database])
        try:
            yield
        finally:
            behind.execute(f'ALTER DATABASE "{world.database}" ALLOW_CONNECTIONS true')


@contextmanager
def _disk_full(world: SmallWorld) -> Iterator[None]:
    """Refuse each report as PostgreSQL does when it cannot make a file longer."""
    with world.as_superuser() as connection:
        connection.execute(
            """
            CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
            END $$"""
        )
        connection.execute("CREATE TRIGGER no_space BEFORE INSERT ON situation_report EXECUTE FUNCTION no_space()")
        try:
            yield
        finally:
            connection.execute("DROP FUNCTION no_space CASCADE")
