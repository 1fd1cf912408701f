"""Builds a new database of a logical copy: no page of the old one's files comes along, and every index is made anew."""

from __future__ import annotations

import subprocess
import tempfile
from datetime import datetime
from pathlib import Path

import pyrage

from rundbord.operating.backup.dumps import Dump, dumps_in
from rundbord.operating.backup.sealing import digest_of, unseal
from rundbord.operating.backup.source import Source
from rundbord.operating.backup.status import told
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.embedded.roles import ensure_roles


def choose_dump(folder: Path, until: datetime | None) -> Dump:
    """The newest logical copy that began by then; raise BackupFailed where there is none."""
    dumps = dumps_in(folder)
    usable = [dump for dump in dumps if until is None or dump.at <= until]
    if not usable:
        reach = f"den ældste er fra {told(dumps[0].at)}" if dumps else "mappen indeholder ingen"
        raise BackupFailed(f"Der er ingen logisk kopi fra dengang: {reach}")
    return usable[-1]


def refuse_changed_dump(dump: Dump, folder: Path) -> None:
    """Raise BackupFailed where the file is another than the one that was described."""
    file = dump.sealed_in(folder)
    if not file.is_file():
        raise BackupFailed(f"{file.name} mangler")
    if digest_of(file) != dump.sha256:
        raise BackupFailed(f"{file.name} er ændret, siden kopien blev taget; der gendannes intet af den")


def rebuild(file: Path, cluster: Cluster, identities: list[pyrage.x25519.Identity]) -> None:
    """Make the cluster, its roles and every row, all or nothing, and stop it again."""
    cluster.start()
    try:
        ensure_roles(cluster)
        _fill(file, cluster, identities)
        with cluster.connect(SUPERUSER, DATABASE) as connection:
            connection.execute("ANALYZE")
    finally:
        cluster.stop()


def _fill(file: Path, cluster: Cluster, identities: list[pyrage.x25519.Identity]) -> None:
    filling: list[str | Path] = [
        postgresql_program("pg_restore"), "--single-transaction", "--no-password", f"--dbname={DATABASE}",
    ]  # fmt: skip
    environment = Source(url=cluster.url_of(SUPERUSER)).environment()
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(filling, env=environment, stdin=subprocess.PIPE, stderr=complaints) as restoring,
    ):
        assert restoring.stdin is not None  # noqa: S101 - asked for above
        trouble = None
        try:
            unseal(file, identities, restoring.stdin)
        except BackupFailed as stopped:
            trouble = stopped
            # Half a stream must not be committed.
            restoring.kill()
        restoring.communicate()
        complaints.seek(0)
        said = complaints.read().decode(errors="replace").strip()
    if trouble and not said:
        raise trouble
    if trouble or restoring.returncode:
        raise BackupFailed(f"Den logiske kopi kunne ikke bygges op:\n{said[-2000:]}")
