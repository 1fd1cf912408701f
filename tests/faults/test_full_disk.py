"""A disk that is really full: a database server on a small file system, and a key store on another."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from bs4 import BeautifulSoup
from pytest_django import DjangoDbBlocker, Settings

from bench.at_size.visiting import FOUND, MOVED, Visitor, signed_in
from rundbord.keys.store.files import create_store
from rundbord.operating.embedded.cluster import Cluster, ClusterFailed
from tests.concerns.raising import WORDS as SEEN
from tests.concerns.raising import typed
from tests.factories.situations import ClientOf, Vestegnen
from tests.faults.own_server import OwnWorld, own_world, passable_folder
from tests.faults.writers import report_with, seconds_until_well, times_stored, writing

# Root mounts the file system; where the user is another, the run says loudly what was not tried.
pytestmark = [pytest.mark.left_out, pytest.mark.hosts, pytest.mark.xdist_group("full-disk")]

WORDS = "Kasser er stablet ved nedgangen, og ingen har set hvem."
MEGABYTES = 400
_AWAY = 503
_SOON = 60.0
# So that the disk holds little that is not used, as one that has run full.
SPARING = ("min_wal_size = '32MB'", "max_wal_size = '48MB'", "wal_keep_size = 0", "checkpoint_timeout = '30s'")


@pytest.fixture(scope="module")
def world(django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnWorld]:
    """The demonstration on a disk of its own."""
    with (
        django_db_blocker.unblock(),
        passable_folder() as folder,
        _small_disk(folder / "disk"),
        own_world(Cluster(folder / "disk"), tmp_path_factory.mktemp("full")) as own,
    ):
        with own.as_superuser() as connection:
            for setting in SPARING:
                connection.execute(f"ALTER SYSTEM SET {setting}".encode())
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CHECKPOINT")
        with _started_again(own):
            yield own


def test_a_full_disk_costs_no_word_that_was_called_saved_and_no_hand_when_there_is_room_again(world: OwnWorld) -> None:
    visitor = signed_in(world, "gade@gladsaxe")
    form = report_with(visitor, WORDS)
    well = Visitor(port=world.port)

    with writing(world) as told:
        time.sleep(1)
        with _full(world.cluster.home):
            _until(lambda: len(told.refused) > 3, "nothing was refused")
            refused = visitor.send("/indberet/", form)
            # Whatever is left of the WAL that was made ahead: when it is used up, the server stops and starts again.
            _use_up_wal(world)
            _until(lambda: well.get("/helbred/").status == _AWAY, "health says nothing")
            still = visitor.send("/indberet/", form)
            attempts = len(world.starts)
        waited = seconds_until_well(visitor)
        saved_before = len(told.accepted)
        _until(lambda: len(told.accepted) > saved_before + 3, "nothing is saved again")

    ended = world.cluster.log.read_text(errors="replace").count("PANIC")
    print(f"well {waited:.1f} s after; ended by itself {ended} times, started {attempts} times")  # noqa: T201 - shown by -s
    assert ended > 0
    for answer in (refused, still):
        page = answer.body.decode()
        assert (answer.status, WORDS in page, "No space" in page) == (_AWAY, True, False)
    assert set(told.refused) <= {str(_AWAY)}, told.refused
    stored = times_stored(world, told.accepted)
    assert [words for words in told.accepted if stored.get(words) != 1] == []
    assert times_stored(world, [WORDS]) == {}
    again = {
        str(each["name"]): str(each.get("value", "")) for each in BeautifulSoup(page, "html.parser").select("input")
    }
    assert visitor.send("/indberet/", again).status == MOVED
    assert times_stored(world, [WORDS]) == {WORDS: 1}
    assert well.get("/helbred/").status == FOUND


def test_a_key_store_without_room_keeps_nothing_half_and_gives_the_words_back(
    vestegnen: Vestegnen, client_of: ClientOf, settings: Settings
) -> None:
    client = client_of(vestegnen.coordinator)
    client.raise_request_exception = False
    with passable_folder() as folder, _small_disk(folder / "keys", megabytes=1):
        settings.KEY_STORE = folder / "keys" / "store"
        create_store(settings.KEY_STORE)
        assert client.post("/unge/ny/", typed()).status_code == MOVED
        kept = _files_in(settings.KEY_STORE)
        with _full(folder / "keys"):
            refused = client.post("/unge/ny/", typed(name="Anden Eksempel"))
            assert _files_in(settings.KEY_STORE) == kept
        again = client.post("/unge/ny/", typed(name="Anden Eksempel"))

    assert (refused.status_code, again.status_code) == (_AWAY, MOVED)
    assert SEEN in refused.content.decode()


def _files_in(store: Path) -> set[Path]:
    return {path for path in store.rglob("*") if path.is_file()}


@contextmanager
def _small_disk(folder: Path, megabytes: int = MEGABYTES) -> Iterator[None]:
    """Mount a file system of so many megabytes."""
    folder.mkdir(mode=0o711)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0711", "rundbord-full", str(folder)]
    subprocess.run(mount, check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def _full(disk: Path) -> Iterator[None]:
    """Let something else take all that is left, as a log that nobody turns."""
    ballast = disk / "ballast"
    stop = threading.Event()
    filling = threading.Thread(target=_fill_up, args=(ballast, stop))
    filling.start()
    time.sleep(1)
    try:
        yield
    finally:
        stop.set()
        filling.join()
        ballast.unlink()


def _fill_up(ballast: Path, stop: threading.Event) -> None:
    with ballast.open("wb", buffering=0) as file:
        while not stop.wait(0.05):
            for size in (1 << 20, 1 << 12):
                try:
                    while not stop.is_set():
                        file.write(b"\0" * size)
                except OSError:
                    continue


def _use_up_wal(world: OwnWorld) -> None:
    """Ask for new segments until there is no room for one."""
    try:
        with world.as_superuser() as connection:
            for _ in range(12):
                connection.execute("SELECT pg_switch_wal(), pg_logical_emit_message(true, 'fyld', repeat('x', 1000))")
    except psycopg.Error:
        pass


@contextmanager
def _started_again(world: OwnWorld) -> Iterator[None]:
    """What a service manager does: start the server again each second while it has ended."""
    stop = threading.Event()
    watching = threading.Thread(target=_watch, args=(world, stop))
    watching.start()
    try:
        yield
    finally:
        stop.set()
        watching.join()


def _watch(world: OwnWorld, stop: threading.Event) -> None:
    while not stop.wait(1.0):
        if world.cluster.process is None or world.cluster.process.poll() is not None:
            world.starts.append("started")
            try:
                world.cluster.start()
            except (ClusterFailed, OSError) as trouble:
                world.starts[-1] = str(trouble)[-300:]


def _until(done: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + _SOON
    while not done():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)
