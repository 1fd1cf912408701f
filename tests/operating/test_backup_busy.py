"""A backup on a server that writes more than it keeps: the WAL that the backup needs at its end is still there."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event, Thread

import pyrage
import pytest

from rundbord.operating.backup import taking
from rundbord.operating.backup.catalogue import Base
from rundbord.operating.backup.sealing import seal
from rundbord.operating.backup.source import Source
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster

pytestmark = pytest.mark.xdist_group("cluster-backup_busy")


def test_a_backup_outlasts_what_the_server_throws_away_meanwhile(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster.connect() as connection:
        for setting in ("wal_keep_size = 0", "min_wal_size = '32MB'", "max_wal_size = '32MB'"):
            connection.execute(f"ALTER SYSTEM SET {setting}".encode())
        connection.execute("SELECT pg_reload_conf()")
    busy = Event()
    # The stream is begun, and meanwhile the server writes, and lets go of what it may.
    monkeypatch.setattr(taking, "seal", lambda chunks, *rest: seal(_slowly(chunks, busy), *rest))
    writing = Thread(target=_write_and_let_go, args=(cluster, busy))
    writing.start()
    try:
        base = _take(cluster, tmp_path)
    finally:
        writing.join()

    assert base.bytes > 0


def _take(cluster: Cluster, folder: Path) -> Base:
    recipient = pyrage.x25519.Identity.generate().to_public()
    return taking.take(Source(url=cluster.url_of("rundbord_backup")), folder, [recipient])


def _slowly(chunks: Iterable[bytes], busy: Event) -> Iterator[bytes]:
    for number, chunk in enumerate(chunks):
        if number == 0:
            busy.set()
            time.sleep(4)
        yield chunk


def _write_and_let_go(cluster: Cluster, busy: Event) -> None:
    busy.wait(60)
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        for _ in range(6):
            connection.execute("CREATE TABLE noise AS SELECT repeat('x', 500) FROM generate_series(1, 30000)")
            connection.execute("DROP TABLE noise")
            connection.execute("SELECT pg_switch_wal()")
            connection.execute("CHECKPOINT")
