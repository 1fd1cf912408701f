"""A durable server with Rundbord's tables, writers that note what was acknowledged, and `./rundbord` beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

from rundbord.keys.store.files import create_store
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.embedded.roles import ensure_roles
from rundbord.operating.environments import of_tests, with_owner
from rundbord.operating.places import ROOT
from tests.database import prepared_database

# Stands in a row, so that whoever finds it in a file has read the database.
CANARY = "Kanariefugl-8c1f-Testesen"


def fill(cluster: Cluster, prepared: Callable[[str], AbstractContextManager[str]] = prepared_database) -> None:
    """Lay the migrated template into a started cluster: a dump takes seconds where migrating takes half a minute."""
    dump = cluster.home / "template.dump"
    with prepared(f"rundbord_dumped_{os.getpid()}") as name:
        address = psycopg.conninfo.make_conninfo(os.environ["RUNDBORD_CLUSTER_URL"], dbname=name)
        subprocess.run([postgresql_program("pg_dump"), "-Fc", "-Z0", "-f", dump, address], check=True)
    ensure_roles(cluster)
    address = cluster.url_of(SUPERUSER, DATABASE)
    filling: list[str | Path] = ["--clean", "--if-exists", "--single-transaction", "--dbname", address, dump]
    subprocess.run([postgresql_program("pg_restore"), *filling], check=True)
    ensure_roles(cluster)
    dump.unlink()


@contextmanager
def in_memory(name: str) -> Iterator[Path]:
    """A folder in memory where the machine has one: what is tried is being killed, not the disk's speed."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own name is made in it
    with tempfile.TemporaryDirectory(prefix=f"rundbord-{name}-", dir=memory if memory.is_dir() else None) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@contextmanager
def a_database(home: Path) -> Iterator[Cluster]:
    """A server of our own that writes to the disk before it answers, as in production."""
    cluster = Cluster(home)
    cluster.start()
    try:
        fill(cluster)
        yield cluster
    finally:
        cluster.stop()


def environment_of(cluster: Cluster, folder: Path) -> dict[str, str]:
    """What an operator would have set: logins, keys, key store, and where backups go."""
    store = cluster.home / "key-store"
    if not store.exists():
        create_store(store)
    return {
        **os.environ,
        **with_owner(of_tests(cluster), cluster),
        # The template holds the context key of the tests' own cluster.
        "RUNDBORD_CONTEXT_KEY": os.environ["RUNDBORD_CONTEXT_KEY"],
        "DATABASE_URL_BACKUP": cluster.url_of("rundbord_backup"),
        "RUNDBORD_BACKUPS": str(folder / "backups"),
        "RUNDBORD_BACKUP_RECIPIENTS": str(folder / "recipients"),
        "RUNDBORD_BACKUP_SPOOL": str(folder / "spool"),
        "RUNDBORD_KEY_STORE": str(store),
    }


def rundbord(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run `./rundbord` to its end."""
    command = [str(ROOT / "rundbord"), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


WRITE = """
import json, os, sys, time
from datetime import datetime, UTC
from uuid import uuid4
import psycopg
address, notes = sys.argv[1:3]
connection = None
with open(notes, "a", buffering=1) as noted:
    while True:
        # Goes on after an error, as whoever tries again does.
        try:
            if connection is None:
                connection = psycopg.connect(address, autocommit=True)
        except psycopg.Error:
            time.sleep(0.1)
            continue
        line = str(uuid4())
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        entry = {"at": at, "authority": None, "details": {}, "event": "signed_in", "id": line, "purpose": None,
                 "subject": None, "subject_kind": None, "user": None}
        asked = time.time()
        try:
            canonical = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
            connection.execute("SELECT audit.append(%s, %s)", [canonical, os.urandom(16)])
        except psycopg.Error:
            connection.close()
            connection = None
            continue
        noted.write(json.dumps([line, asked, time.time()]) + "\\n")
        time.sleep(0.005)
"""


@contextmanager
def writers(address: str, folder: Path, count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that write lines to the log, one a transaction, and note outside what the server acknowledged."""
    started = [
        subprocess.Popen([sys.executable, "-c", WRITE, address, folder / f"acknowledged-{number}"])
        for number in range(count)
    ]
    try:
        yield started
    finally:
        for writer in started:
            writer.kill()
            writer.wait()


def acknowledged(folder: Path) -> list[tuple[str, float, float]]:
    """Every line that a writer was told is kept: its id, when it was asked for, when it was acknowledged."""
    lines = [line for file in folder.glob("acknowledged-*") for line in file.read_text().splitlines()]
    return [(str(line), float(asked), float(answered)) for line, asked, answered in map(json.loads, lines)]


def lines_in(cluster: Cluster) -> set[str]:
    """Ids of the log's lines in a database."""
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        return {str(row[0]) for row in connection.execute("SELECT id::text FROM audit.event").fetchall()}


def lay_canary(cluster: Cluster) -> None:
    """A word that must be found in no file of a backup."""
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        connection.execute("CREATE TABLE canary AS SELECT repeat(%s::text, 40) AS word", [f"{CANARY} {uuid4()} "])


def wait_for(seconds: float) -> None:
    """Let writers write for a while."""
    time.sleep(seconds)
