"""The drill: a server is killed under load; what was acknowledged before a moment is restored, and nothing after it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from rundbord.operating.backup.catalogue import SEALED, bases_in
from rundbord.operating.backup.dumps import dumps_in
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.places import ROOT
from rundbord.operating.restore.examining import examine
from rundbord.operating.worker import start_worker
from tests.operating.a_database import (
    CANARY,
    a_database,
    acknowledged,
    environment_of,
    in_memory,
    lay_canary,
    lines_in,
    rundbord,
    wait_for,
    writers,
)

pytestmark = pytest.mark.xdist_group("restore")
WRITERS = 3


@dataclass(frozen=True, kw_only=True)
class Drill:
    """What is left after the accident, and what was noted outside."""

    folder: Path
    environment: dict[str, str]
    moment: float
    died: float

    @property
    def written(self) -> list[tuple[str, float, float]]:
        """Every line that somebody was told is kept."""
        return acknowledged(self.folder)


@pytest.fixture(scope="module")
def drill(django_db_blocker: DjangoDbBlocker) -> Iterator[Drill]:
    """A whole backup, load, an incremental one, more load, the moment, more load, and kill -9."""
    with in_memory("drill") as folder, django_db_blocker.unblock():
        yield _accident(folder)


def _accident(folder: Path) -> Drill:
    with a_database(folder / "home") as cluster:
        environment = environment_of(cluster, folder)
        give_keys(folder, environment)
        lay_canary(cluster)
        first = rundbord(environment, "backup")
        assert first.returncode == 0, first.stderr
        assert all(kind in first.stdout for kind in ("Fuld", "Logisk"))
        address = cluster.url_of(SUPERUSER, DATABASE)
        with writers(address, folder, WRITERS), beside(environment):
            wait_for(1.0)
            increment = rundbord(environment, "backup")
            assert increment.returncode == 0, increment.stderr
            assert "Trinvis" in increment.stdout
            assert "Logisk" not in increment.stdout
            wait_for(1.0)
            assert rundbord(environment, "backup", "--logical").returncode == 0
            wait_for(0.5)
            moment = time.time()
            wait_for(1.5)
            kill(cluster)
            died = time.time()
            wait_for(0.5)
    return Drill(folder=folder, environment=environment, moment=moment, died=died)


@pytest.fixture(scope="module")
def everything(drill: Drill) -> Iterator[tuple[str, Cluster]]:
    """What the restore to the end of the WAL said, and the server that it made."""
    told = _restore(drill, "everything")
    assert told.returncode == 0, told.stdout + told.stderr
    with started(drill.folder / "everything") as restored:
        yield told.stdout, restored


def test_restore_to_a_moment_holds_all_that_was_acknowledged_before_and_nothing_after(drill: Drill) -> None:
    until = datetime.fromtimestamp(drill.moment, UTC).isoformat()

    told = _restore(drill, "moment", "--until", until)

    assert told.returncode == 0, told.stdout + told.stderr
    assert "Databasen står, som den var" in told.stdout
    with started(drill.folder / "moment") as restored:
        there = lines_in(restored)
    before = {line for line, _, answered in drill.written if answered < drill.moment}
    after = {line for line, asked, _ in drill.written if asked > drill.moment}
    assert len(before) > 100
    assert len(after) > 100
    assert not before - there
    assert not after & there
    # Whatever else is there was on its way at the very moment.
    assert len(there - before) <= WRITERS


def test_restore_to_the_end_verifies_roles_rows_and_log(drill: Drill, everything: tuple[str, Cluster]) -> None:
    told, restored = everything

    for says in ("ok    Roller", "ok    Rækker", "ok    Loggen", "ok    Slettede nøgler"):
        assert says in told
    # Numbered and signed before the accident, so that there was something to verify.
    assert "0 kontrolpunkter" not in told
    there = lines_in(restored)
    # The last interval at which WAL is sealed may be lost with the host, and nothing before it.
    lost = [answered for line, _, answered in drill.written if line not in there]
    assert all(answered > drill.died - 2 for answered in lost)


def test_a_restore_of_the_logical_copy_builds_every_row_and_rule_anew_as_they_were_when_it_began(drill: Drill) -> None:
    first, under_load = dumps_in(drill.folder / "backups")

    told = _restore(drill, "rows", "--logical")

    assert told.returncode == 0, told.stdout + told.stderr
    for says in (
        "ok    Roller",
        "ok    Rækker",
        "ok    Loggen",
        "ok    Slettede nøgler",
        "da den logiske kopi begyndte",
    ):
        assert says in told.stdout
    with started(drill.folder / "rows") as rebuilt:
        there = lines_in(rebuilt)
        shape = _shape_of(rebuilt)
    began, ended = under_load.at.timestamp(), datetime.fromisoformat(under_load.ended).timestamp()
    before = {line for line, _, answered in drill.written if answered < began}
    assert len(before) > 100
    assert not before - there
    assert not {line for line, asked, _ in drill.written if asked > ended} & there
    with started(drill.folder / "moment") as copied:
        assert shape == _shape_of(copied)
    early = _restore(drill, "early", "--logical", "--until", (first.at - timedelta(seconds=1)).isoformat())
    assert "ingen logisk kopi fra dengang" in early.stderr


def _shape_of(cluster: Cluster) -> dict[str, object]:
    """What stands around the rows: who owns and may do what, and by which rules."""
    asked = {
        "tables": "SELECT relnamespace::regnamespace::text, relname, relkind::text, relowner::regrole::text,"
        " array(SELECT unnest(relacl)::text ORDER BY 1), relrowsecurity, relforcerowsecurity FROM pg_class"
        " WHERE relkind IN ('r', 'v', 'S', 'p', 'i') AND relnamespace <> 'pg_toast'::regnamespace",
        "policies": "SELECT schemaname, tablename, policyname, cmd, roles::text, qual, with_check FROM pg_policies",
        "functions": "SELECT pronamespace::regnamespace::text, oid::regprocedure::text, proowner::regrole::text,"
        " prosecdef, prosrc, array(SELECT unnest(proacl)::text ORDER BY 1) FROM pg_proc",
        "triggers": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "constraints": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated"
        " FROM pg_constraint",
        "database": "SELECT array(SELECT unnest(datacl)::text ORDER BY 1) FROM pg_database WHERE datname = 'rundbord'",
        "schemas": "SELECT nspname, nspowner::regrole::text, array(SELECT unnest(nspacl)::text ORDER BY 1)"
        " FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'",
    }
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        return {
            what: sorted(map(str, connection.execute(asking.encode()).fetchall())) for what, asking in asked.items()
        }


def test_the_canary_is_found_where_the_backup_was_opened(everything: tuple[str, Cluster]) -> None:
    with everything[1].connect(SUPERUSER, DATABASE) as connection:
        found = connection.execute("SELECT word FROM canary").fetchone()

    assert found is not None
    assert CANARY in str(found[0])


def test_without_a_private_key_a_backup_restores_to_nothing_and_shows_nothing(drill: Drill) -> None:
    assert rundbord(drill.environment, "backup", "--new-identity", drill.folder / "stranger").returncode == 0

    told = _restore(drill, "stolen", identity="stranger")

    assert told.returncode == 1
    assert "nøglen passer ikke" in told.stderr
    assert not any((drill.folder / "stolen").iterdir())
    told = _restore(drill, "stolen-rows", "--logical", identity="stranger")
    assert (told.returncode, "nøglen passer ikke" in told.stderr) == (1, True), told.stderr
    assert not any((drill.folder / "stolen-rows").iterdir())
    files = [file for file in (drill.folder / "backups").rglob("*") if file.is_file()]
    assert len(files) > 8
    for file in files:
        assert CANARY.encode() not in file.read_bytes(), file.name


def test_a_restore_refuses_a_changed_file(drill: Drill, tmp_path: Path) -> None:
    copy = tmp_path / "backups"
    shutil.copytree(drill.folder / "backups", copy)
    sealed = copy / f"{bases_in(copy)[0].name}{SEALED}"
    content = bytearray(sealed.read_bytes())
    content[len(content) // 2] ^= 1
    sealed.write_bytes(content)

    told = _restore(drill, "changed", folder=copy)

    assert told.returncode == 1
    assert "er ændret" in told.stderr
    assert not any((drill.folder / "changed").iterdir())


def test_a_restore_never_writes_over_anything(drill: Drill) -> None:
    place = drill.folder / "taken"
    place.mkdir()
    (place / "noget").write_text("mit")

    told = _restore(drill, "taken")

    assert told.returncode == 1
    assert "Intet overskrives" in told.stderr
    assert [file.name for file in place.iterdir()] == ["noget"]


def test_a_restore_to_a_moment_that_the_backups_do_not_reach_says_so(drill: Drill) -> None:
    told = _restore(drill, "too-late", "--until", datetime.fromtimestamp(time.time() + 60, UTC).isoformat())

    assert told.returncode == 1
    assert "rækker ikke frem" in told.stderr
    assert not any((drill.folder / "too-late").iterdir())


def test_a_restore_rehearsed_without_the_key_store_says_what_was_not_examined_and_leaves_nothing(drill: Drill) -> None:
    environment = {name: value for name, value in drill.environment.items() if name != "RUNDBORD_KEY_STORE"}
    asked = ["--identity", drill.folder / "police", "--into", drill.folder / "rehearsal", "--drill"]

    told = rundbord(environment, "restore", drill.folder / "backups", *asked)

    # Neither passed nor failed; and the second recipient opens as well as the first.
    assert told.returncode == 2, told.stderr
    assert "IKKE efterprøvet" in told.stdout
    assert not any((drill.folder / "rehearsal").iterdir())


def test_a_line_that_was_changed_fails_the_examination(drill: Drill, everything: tuple[str, Cluster]) -> None:
    restored = everything[1]
    with restored.connect(SUPERUSER, DATABASE) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("DELETE FROM audit.event WHERE id IN (SELECT id FROM audit.event LIMIT 1)")

    examined = list(examine(restored, Path(drill.environment["RUNDBORD_KEY_STORE"])))

    assert [each.passed for each in examined if each.says.startswith("Loggen")] == [False]


def give_keys(folder: Path, environment: dict[str, str]) -> None:
    """Two recipients, each of whom can open alone."""
    public = []
    for name in ("police", "identity"):
        told = rundbord(environment, "backup", "--new-identity", folder / name)
        public.append(told.stdout.strip().splitlines()[-1])
    (folder / "recipients").write_text("\n".join(public))


@contextmanager
def beside(environment: dict[str, str]) -> Iterator[None]:
    """The worker that numbers and signs, and the follower of the WAL."""
    following = subprocess.Popen(
        [ROOT / "rundbord", "backup", "--follow", "--every", "0.5"], env=environment, stdout=subprocess.DEVNULL
    )
    worker = start_worker(environment, log=Path(environment["RUNDBORD_BACKUPS"]).parent / "worker.log")
    try:
        _wait_for_the_first_checkpoint(Path(environment["RUNDBORD_KEY_STORE"]))
        yield
    finally:
        worker.kill()
        worker.wait()
        following.terminate()
        ended = following.wait(30)
    assert ended == 0


def _wait_for_the_first_checkpoint(store: Path) -> None:
    deadline = time.monotonic() + 120
    while not (store / "log" / "newest").exists():
        assert time.monotonic() < deadline, "the worker signed nothing"
        wait_for(0.1)


def kill(cluster: Cluster) -> None:
    """No shutdown, no checkpoint: as when the power goes."""
    assert cluster.process is not None
    os.kill(cluster.process.pid, signal.SIGKILL)
    cluster.process.wait()


def _restore(
    drill: Drill, place: str, *more: str, identity: str = "identity", folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    backups = folder or drill.folder / "backups"
    asked = ["--identity", drill.folder / identity, "--into", drill.folder / place, *more]
    return rundbord(drill.environment, "restore", backups, *asked)


@contextmanager
def started(home: Path) -> Iterator[Cluster]:
    """A restored server, while it is looked at."""
    cluster = Cluster(home)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()
