"""The server that is backed up, asked as a login that replicates and reads no table (deploy/roles.sql)."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.backup.wal import SEGMENT_BYTES
from rundbord.operating.embedded.binaries import postgresql_program

SLOT = "rundbord_backup"
# Incremental base backups came with this version.
INCREMENTAL_SINCE = 170000
# What an address may carry, by the name of libpq's variable.
_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
}


@dataclass(frozen=True, kw_only=True)
class Server:
    """What the server says of itself."""

    version: int
    summarizes: bool

    @property
    def increments(self) -> bool:
        """Whether it can say what changed since an earlier backup."""
        return self.version >= INCREMENTAL_SINCE and self.summarizes


@dataclass(frozen=True, kw_only=True)
class Source:
    """An address, and PostgreSQL's programs on this machine."""

    url: str
    programs: Path | None = None

    def program(self, name: str) -> Path:
        """Where one of PostgreSQL's programs lies; the packaged ones unless a folder is named."""
        return self.programs / name if self.programs else postgresql_program(name)

    def environment(self) -> dict[str, str]:
        """What the programs find the server by; the password stands in no command line."""
        asked = conninfo_to_dict(self.address)
        given = {variable: str(asked[name]) for name, variable in _VARIABLES.items() if asked.get(name)}
        return {**os.environ, **given, "PGAPPNAME": SLOT}

    @property
    def address(self) -> str:
        """The same; of several hosts the one that takes writes, since the slot that keeps WAL is there."""
        several = "," in str(conninfo_to_dict(self.url).get("host", ""))
        return make_conninfo(self.url, target_session_attrs="read-write") if several else self.url

    def ask(self) -> Server:
        """Reach the server; raise BackupFailed where it cannot be backed up from here."""
        try:
            with psycopg.connect(self.address, autocommit=True, connect_timeout=10) as connection:
                row = connection.execute(
                    "SELECT current_setting('server_version_num')::int,"
                    " coalesce(current_setting('summarize_wal', true), 'off') = 'on',"
                    " pg_size_bytes(current_setting('wal_segment_size')), (SELECT rolreplication FROM pg_roles"
                    " WHERE rolname = current_user)"
                ).fetchone()
        except psycopg.OperationalError as error:
            raise BackupFailed(f"Databasen kan ikke nås: {str(error).strip()}") from error
        version, summarizes, segment_bytes, replicates = row or (0, False, 0, False)
        if not replicates:
            raise BackupFailed("Databaserollen må ikke replikere; brug rundbord_backup (deploy/roles.sql)")
        if segment_bytes != SEGMENT_BYTES:
            raise BackupFailed(f"Serverens WAL-filer er på {segment_bytes} byte; kun 16 MB er prøvet")
        self._refuse_older_programs(version)
        return Server(version=version, summarizes=summarizes)

    def ensure_slot(self) -> None:
        """Let the server keep WAL until it was fetched."""
        with psycopg.connect(self.address, autocommit=True, connect_timeout=10) as connection:
            known = connection.execute("SELECT 1 FROM pg_replication_slots WHERE slot_name = %s", [SLOT]).fetchone()
            if not known:
                connection.execute("SELECT pg_create_physical_replication_slot(%s, true)", [SLOT])

    @contextmanager
    def holding_wal(self) -> Iterator[None]:
        """Let the server throw no WAL away meanwhile: a backup on a busy server fetches its own only at its end."""
        with psycopg.connect(self.address, autocommit=True, connect_timeout=10) as connection:
            slot = f"{SLOT}_{os.getpid()}"
            # Temporary: it goes with this connection, however we end.
            connection.execute("SELECT pg_create_physical_replication_slot(%s, true, true)", [slot])
            yield

    def _refuse_older_programs(self, server: int) -> None:
        ours = major_of(self.program("pg_basebackup"))
        if ours < server // 10000:
            raise BackupFailed(
                f"pg_basebackup her er version {ours}, serveren er {server // 10000}:"
                " sæt RUNDBORD_POSTGRESQL_PROGRAMS til mappen med serverens egne programmer"
            )


def major_of(program: Path) -> int:
    """The version that a program of PostgreSQL says it is of."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError as error:
        raise BackupFailed(f"{program} kan ikke køres: {error.strerror}") from error
    found = re.search(r"(\d+)(?:\.\d+|devel|beta\d|rc\d)", said)
    return int(found.group(1)) if found else 0
