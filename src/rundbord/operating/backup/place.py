"""Where backups come from and go to: from environment variables, or the demonstration's when none are set."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rundbord.operating.backup.source import Source
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.demo_home import HOME, demo_cluster
from rundbord.operating.embedded.leases import Taken, lease
from rundbord.operating.embedded.roles import ensure_roles
from rundbord.operating.places import STATE, state

LOGIN = "rundbord_backup"


@dataclass(frozen=True, kw_only=True)
class Target:
    """The folder of backups, the file of public keys, and where WAL waits on this host until it is sealed."""

    folder: Path
    recipients: Path
    spool: Path

    def prepare(self) -> None:
        """Make the folder, closed to others."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise BackupFailed(f"{self.folder} kan ikke bruges: {error.strerror}") from error


def target(environ: Mapping[str, str] = os.environ) -> Target:
    """Read it; raise BackupFailed that names what is missing."""
    demo = "DATABASE_URL_BACKUP" not in environ
    folder = environ.get("RUNDBORD_BACKUPS") or (str(STATE / "backups") if demo else "")
    if not folder:
        raise BackupFailed("RUNDBORD_BACKUPS mangler: mappen, som sikkerhedskopierne lægges i (se .env.example)")
    recipients = environ.get("RUNDBORD_BACKUP_RECIPIENTS", "")
    spool = environ.get("RUNDBORD_BACKUP_SPOOL") or (str(STATE / "backup-wal") if demo else "")
    return Target(folder=Path(folder), recipients=Path(recipients), spool=Path(spool))


@contextmanager
def source(environ: Mapping[str, str] = os.environ) -> Iterator[Source]:
    """The server named by DATABASE_URL_BACKUP, or the demonstration's, started for as long as this takes."""
    named = environ.get("RUNDBORD_POSTGRESQL_PROGRAMS")
    programs = Path(named) if named else None
    if url := environ.get("DATABASE_URL_BACKUP"):
        yield Source(url=url, programs=programs)
        return
    state()
    cluster = demo_cluster()
    try:
        with lease(HOME):
            cluster.start()
            try:
                ensure_roles(cluster)
                yield Source(url=cluster.url_of(LOGIN))
            finally:
                cluster.stop()
    except Taken:
        yield Source(url=cluster.url_of(LOGIN))
