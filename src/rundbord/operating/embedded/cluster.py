"""One embedded PostgreSQL: made, hardened, started, stopped."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.leftover import stop_leftover
from rundbord.operating.embedded.passwords import generated, write_private
from rundbord.operating.embedded.sockets import make_socket_folder, remove_socket_folder, socket_folder
from rundbord.operating.embedded.unprivileged import Runner, find_runner

SUPERUSER = "postgres"
DATABASE = "rundbord"
START_SECONDS = 60
STOP_SECONDS = 30

# SCRAM on the socket, nothing else: no address is listened on, and not even the machine itself is trusted.
HBA = "local all all scram-sha-256\nlocal replication all scram-sha-256\n"

HARDENED = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    # Error texts quote values of rows; the log keeps the sentence without them.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Incremental backups ask what changed; a backup that streams finds the WAL of its own length still there, and one
    # that nobody fetches any more never fills the disk.
    "summarize_wal": "on",
    "wal_keep_size": "256MB",
    "max_slot_wal_keep_size": "4GB",
}
# For clusters that are thrown away: what a crash would lose is not missed.
THROWN_AWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "summarize_wal": "off",
    "max_connections": "100",
}


class ClusterFailed(Exception):
    """The embedded PostgreSQL could not be made or started; the message ends with what it logged."""


@dataclass
class Cluster:
    """A server on the data folder `home/data`; running while `process` is."""

    home: Path
    durable: bool = True
    process: subprocess.Popen[bytes] | None = field(init=False, default=None)

    @property
    def data(self) -> Path:
        """PostgreSQL's own folder."""
        return self.home / "data"

    @property
    def socket(self) -> Path:
        """The folder of the socket while the server runs."""
        return socket_folder(self.home)

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.home / "postgresql.log"

    def password_of(self, role: str) -> str:
        """The generated password of one role."""
        return generated(self.home / "passwords.json", [role])[role]

    def url_of(self, role: str, database: str = DATABASE) -> str:
        """The address by which a role reaches a database of this cluster."""
        return f"postgresql://{role}:{self.password_of(role)}@{quote(str(self.socket), safe='')}/{database}"

    def connect(self, role: str = SUPERUSER, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """A connection outside Django, each statement on its own."""
        return psycopg.connect(
            host=str(self.socket), user=role, password=self.password_of(role), dbname=database, autocommit=True
        )

    def start(self) -> None:
        """Make the cluster when there is none, start the server and wait until it answers."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o711)
        stop_leftover(self.data)
        runner = find_runner(postgresql_program("initdb"), self.home)
        if not (self.data / "PG_VERSION").exists():
            self._create(runner)
        runner.own(make_socket_folder(self.home))
        self._spawn(runner)
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Stop the server in good order; at once when it does not heed."""
        if self.process is None:
            return
        for sign in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            self.process.send_signal(sign)
            try:
                self.process.wait(STOP_SECONDS)
                break
            except subprocess.TimeoutExpired:
                continue
        self.process = None
        remove_socket_folder(self.home)

    def destroy(self) -> None:
        """Remove the cluster with all that is in it."""
        stop_leftover(self.data)
        remove_socket_folder(self.home)
        shutil.rmtree(self.home, ignore_errors=True)

    def _create(self, runner: Runner) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        runner.own(fresh)
        self._initdb(runner, fresh)
        (fresh / "pg_hba.conf").write_text(HBA)
        with (fresh / "postgresql.conf").open("a") as conf:
            conf.writelines(f"{name} = '{value}'\n" for name, value in self._settings().items())
        # Only a complete folder bears the name, so that an interrupted start leaves nothing half-made.
        fresh.rename(self.data)

    def _initdb(self, runner: Runner, folder: Path) -> None:
        password_file = self.home / "password"
        write_private(password_file, self.password_of(SUPERUSER))
        runner.own(password_file)
        arguments: list[str | Path] = [
            postgresql_program("initdb"),
            f"--pgdata={folder}",
            f"--username={SUPERUSER}",
            "--auth=scram-sha-256",
            f"--pwfile={password_file}",
            "--encoding=UTF8",
            # The packaged server has no ICU; æ, ø and å are sorted by a stored key.
            "--locale=C",
            "--no-instructions",
            *([] if self.durable else ["--no-sync"]),
        ]
        done = subprocess.run(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=runner.prepare(),
            check=False,
        )
        password_file.unlink()
        if done.returncode:
            raise ClusterFailed(f"initdb mislykkedes:\n{done.stdout.decode(errors='replace')}")

    def _settings(self) -> dict[str, str]:
        return HARDENED if self.durable else HARDENED | THROWN_AWAY

    def _spawn(self, runner: Runner) -> None:
        with open(self.log, "ab", opener=_for_the_owner_alone) as log:
            self.process = subprocess.Popen(
                [postgresql_program("postgres"), "-D", self.data, "-k", self.socket],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # A session of its own: Ctrl-C reaches us, and we stop the server last.
                start_new_session=True,
                preexec_fn=runner.prepare(then_die_on=signal.SIGINT),  # noqa: PLW1509 - no other thread runs yet
            )

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:
                break
            try:
                self.connect().close()
                return
            except psycopg.OperationalError:
                time.sleep(0.03)
        said = self.log.read_text(errors="replace")[-2000:]
        self.stop()
        raise ClusterFailed(f"PostgreSQL startede ikke:\n{said}")


def _for_the_owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
