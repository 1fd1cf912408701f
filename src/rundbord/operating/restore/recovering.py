"""Brings a laid-out data folder forward to a moment: a server that lets nobody in, on a private socket."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from rundbord.operating.backup.catalogue import WAL
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.cluster import HARDENED, HBA, SUPERUSER, Cluster
from rundbord.operating.embedded.sockets import make_socket_folder, remove_socket_folder
from rundbord.operating.embedded.unprivileged import Runner

# Until its passwords are known, whoever asks is turned away.
NOBODY = "local all all reject\n"
PATIENCE_SECONDS = 3600
_LAST = re.compile(r"last completed transaction was at log time (\S+ \S+)")
_TOO_SHORT = "recovery ended before configured recovery target was reached"
# Cannot be escaped in what a shell runs.
_UNSAFE = re.compile(r"['\"\\%\n]")

_LET_IN = """
DO $$ BEGIN
IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} SUPERUSER LOGIN; END IF;
ALTER ROLE {role} SUPERUSER LOGIN PASSWORD '{password}';
END $$
"""


def bring_forward(cluster: Cluster, runner: Runner, until: datetime | None) -> str:
    """Recover to the moment, or to the end of the WAL; give the time of the last act that is there, as the log says."""
    _configure(cluster, until)
    runner.own(make_socket_folder(cluster.home))
    with cluster.log.open("wb") as log:
        os.fchmod(log.fileno(), 0o600)
        server = subprocess.Popen(
            [postgresql_program("postgres"), "-D", cluster.data, "-k", cluster.socket],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=runner.prepare(then_die_on=signal.SIGINT),  # noqa: PLW1509 - no other thread runs yet
        )
    try:
        _wait(server, cluster)
    finally:
        _stop(server)
        remove_socket_folder(cluster.home)
    found = _LAST.findall(cluster.log.read_text(errors="replace"))
    shutil.rmtree(cluster.home / WAL)
    _settle(cluster)
    _give_password(cluster, runner)
    return found[-1] if found else ""


def _configure(cluster: Cluster, until: datetime | None) -> None:
    """Our own settings in place of those that the server had: its addresses and archives are none of this place's."""
    wal = str(cluster.home / WAL)
    if _UNSAFE.search(wal):
        raise BackupFailed(f"{cluster.home} har tegn i navnet, som en gendannelse ikke kan bruge")
    recovery = {
        "restore_command": f'cp "{wal}/%f" "%p"',
        "hot_standby": "off",
        "recovery_target_action": "promote",
        # The whole folder is new: one call to the kernel in place of one for each of some thousand files.
        "recovery_init_sync_method": "syncfs",
        "archive_mode": "off",
    }
    if until:
        recovery["recovery_target_time"] = until.isoformat(sep=" ")
    _write(cluster.data / "postgresql.conf", _lines(HARDENED | recovery))
    _write(cluster.data / "postgresql.auto.conf", "")
    _write(cluster.data / "pg_hba.conf", NOBODY)
    _write(cluster.data / "pg_ident.conf", "")
    _write(cluster.data / "recovery.signal", "")
    (cluster.data / "standby.signal").unlink(missing_ok=True)


def _settle(cluster: Cluster) -> None:
    _write(cluster.data / "postgresql.conf", _lines(HARDENED))
    _write(cluster.data / "pg_hba.conf", HBA)


def _lines(settings: dict[str, str]) -> str:
    return "".join(f"{name} = '{value}'\n" for name, value in settings.items())


def _write(file: Path, text: str) -> None:
    """Like every file of the folder: its owner's."""
    owner = file.parent.stat()
    file.write_text(text)
    file.chmod(0o600)
    if os.geteuid() == 0:
        os.chown(file, owner.st_uid, owner.st_gid)


def _wait(server: subprocess.Popen[bytes], cluster: Cluster) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    ready: list[str | Path] = [postgresql_program("pg_isready"), "--quiet", f"--host={cluster.socket}"]
    while time.monotonic() < deadline and server.poll() is None:
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.05)
    said = cluster.log.read_text(errors="replace")
    if _TOO_SHORT in said:
        last = _LAST.findall(said)
        reach = f"; det sidste, de indeholder, skete {last[-1]} (UTC)" if last else ""
        raise BackupFailed(f"Kopierne rækker ikke frem til det tidspunkt{reach}")
    raise BackupFailed(f"PostgreSQL kunne ikke gendanne:\n{said[-2000:]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    for sign, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 20), (signal.SIGKILL, 20)):
        if server.poll() is not None:
            return
        server.send_signal(sign)
        with suppress(subprocess.TimeoutExpired):
            server.wait(seconds)


def _give_password(cluster: Cluster, runner: Runner) -> None:
    """Set the superuser's password while nobody can reach the server: the only moment in which none is needed."""
    statement = _LET_IN.format(role=SUPERUSER, password=cluster.password_of(SUPERUSER)).replace("\n", " ")
    done = subprocess.run(
        [postgresql_program("postgres"), "--single", "-D", cluster.data, "postgres"],
        input=f"{statement.strip()}\n",
        capture_output=True,
        text=True,
        preexec_fn=runner.prepare(),
        check=False,
    )
    if done.returncode or "ERROR" in done.stderr:
        raise BackupFailed("Den gendannede database kunne ikke få en adgangskode til sin superbruger")
