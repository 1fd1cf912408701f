"""The clock of the database's host jumps two hours during work: closed, called by its name, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pytest
from pytest_django import DjangoDbBlocker

from bench.at_size.visiting import FOUND, MOVED, Visitor, signed_in
from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.embedded.unprivileged import Runner
from rundbord.operating.environments import with_owner
from rundbord.operating.places import ROOT
from rundbord.operating.worker import start_worker
from tests.faults.own_server import OwnWorld, own_world, passable_folder
from tests.faults.writers import report_with, seconds_until_well, times_stored, writing

pytestmark = [pytest.mark.left_out, pytest.mark.xdist_group("clocks")]

HOURS = 2
_AWAY = 503


class ClockedCluster(Cluster):
    """A server that is told another time than the machine's (libfaketime): so many seconds off."""

    def move(self, seconds: int) -> None:
        """Move its clock, at once and for every process of it."""
        fresh = self.home / "clock.new"
        fresh.write_text(f"{seconds:+d}\n")
        fresh.chmod(0o644)
        fresh.replace(self.home / "clock")

    def _spawn(self, runner: Runner) -> None:
        self.move(0)
        package = find_spec("libfaketime")
        assert package is not None
        assert package.origin is not None
        library = Path(package.origin).parent / "vendor" / "libfaketime" / "src" / "libfaketime.so.1"
        told = {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self.home / "clock"),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DISABLE_SHM": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }
        with patch.dict(os.environ, told):
            super()._spawn(runner)


@pytest.fixture(scope="module")
def world(django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnWorld]:
    """The demonstration on a server whose clock may be moved, with the worker beside it."""
    with (
        django_db_blocker.unblock(),
        passable_folder() as folder,
        own_world(ClockedCluster(folder / "home", durable=False), tmp_path_factory.mktemp("clocks")) as own,
    ):
        worker = start_worker(own.environment, log=folder / "worker.log")
        try:
            yield own
        finally:
            worker.kill()
            worker.wait()


@pytest.mark.parametrize("hours", [HOURS, -HOURS])
def test_a_jump_of_the_databases_clock_is_called_so_and_costs_nothing_that_was_called_saved(
    world: OwnWorld, hours: int
) -> None:
    visitor = signed_in(world, "gade@gladsaxe")
    words = f"Ro på pladsen, men lygten er slukket, mærke {'frem' if hours > 0 else 'tilbage'}."
    form = report_with(visitor, words)

    with writing(world) as told:
        time.sleep(1)
        with _moved(world, hours):
            health = Visitor(port=world.port).get("/helbred/")
            shown = visitor.get("/")
            sent = visitor.send("/indberet/", form)
            time.sleep(2)
        waited = seconds_until_well(visitor)
        saved = len(told.accepted)
        time.sleep(2)

    print(f"{hours:+d} h: page {shown.status}, form {sent.status}, well after {waited:.1f} s; {set(told.refused)}")  # noqa: T201 - shown by -s
    assert (health.status, health.body) == (_AWAY, b"ur")
    assert len(told.accepted) > saved
    assert set(told.refused) <= {str(_AWAY)}
    stored = times_stored(world, told.accepted)
    assert [each for each in told.accepted if stored.get(each) != 1] == []
    if hours > 0:
        # No context opens anything, so nothing that the clock would have set free is seen before its time.
        assert (shown.status, sent.status, words in sent.body.decode()) == (_AWAY, _AWAY, True)
        assert times_stored(world, [words]) == {}
    else:
        # What opens later and not earlier; the proxy passes the host by all the same.
        assert (shown.status, sent.status) == (FOUND, MOVED)
        assert times_stored(world, [words]) == {words: 1}
    assert _verified(world).startswith("Loggen er hel")


@contextmanager
def _moved(world: OwnWorld, hours: int) -> Iterator[None]:
    assert isinstance(world.cluster, ClockedCluster)
    world.cluster.move(hours * 3600)
    try:
        yield
    finally:
        world.cluster.move(0)


def _verified(world: OwnWorld) -> str:
    """What the log says of itself, once all of it is numbered and signed anew."""
    time.sleep(2)
    environment = with_owner(world.environment, world.cluster)
    command: list[str | Path] = [sys.executable, ROOT / "manage.py", "verify_log"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr
