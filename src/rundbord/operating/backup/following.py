"""Follows the server's WAL: a full segment is sealed at once, the one being written at short intervals."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import psycopg
import pyrage
import structlog

from rundbord.operating.backup.catalogue import UNFINISHED, WAL, put_in_place, write_whole
from rundbord.operating.backup.sealing import seal
from rundbord.operating.backup.source import SLOT, Source
from rundbord.operating.backup.wal import PARTIAL, is_segment

STATE = "followed.json"
# How often what has come is looked at, and how long to wait before a lost connection is made again.
LOOK_SECONDS, AGAIN_SECONDS = 0.5, 2.0
STOP_SECONDS = 10
# A server that fell silent is noticed within half a minute, and is not said to be followed.
ALIVE = "keepalives_idle=10 keepalives_interval=5 keepalives_count=3 tcp_user_timeout=20000"


class Follower:
    """Fetches into `spool`, which is on this host and private, and seals from there into the folder of backups."""

    def __init__(
        self,
        source: Source,
        folder: Path,
        spool: Path,
        recipients: list[pyrage.x25519.Recipient],
        *,
        every: float,
        tell: Callable[[str], None] = lambda line: None,
    ) -> None:
        """Take where from and where to; `every` is how many seconds may be lost with the host at most."""
        self._source, self._folder, self._spool, self._recipients = source, folder / WAL, spool, recipients
        self._every, self._tell = every, tell
        self._partial_seen: tuple[str, int] | None = None
        self._partial_at = 0.0

    def follow(self, stopping: Event) -> None:
        """Follow until asked to stop; what has come by then is sealed before this returns."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._spool.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in self._folder.glob(f"*{UNFINISHED}"):
            left.unlink()
        while not stopping.is_set():
            receiving = self._receive()
            try:
                while not stopping.wait(LOOK_SECONDS) and receiving.poll() is None:
                    if self.seal_what_has_come():
                        self._note()
                if not stopping.is_set():
                    said = (self._spool / "receiving.log").read_text("utf-8", errors="replace")[-300:].strip()
                    structlog.get_logger("rundbord.backup").error("wal_not_followed")
                    self._tell(f"Forbindelsen til databasen er brudt; prøver igen. {said}")
            finally:
                _end(receiving)
                self.seal_what_has_come(partial_too=True)
            stopping.wait(AGAIN_SECONDS)

    def seal_what_has_come(self, *, partial_too: bool = False) -> bool:
        """Seal every full segment and remove it here; tell whether the time of the one being written had come too."""
        for file in sorted(self._spool.iterdir()):
            if is_segment(file.name) or file.name.endswith(".history"):
                self._seal(file)
                (self._folder / f"{file.name}{PARTIAL}.age").unlink(missing_ok=True)
                file.unlink()
        due = partial_too or time.monotonic() - self._partial_at >= self._every
        if due:
            self._seal_partial()
        return due

    def _seal_partial(self) -> None:
        for file in self._spool.glob(f"*{PARTIAL}"):
            seen = (file.name, file.stat().st_mtime_ns)
            if seen != self._partial_seen:
                self._seal(file)
                self._partial_seen = seen
        self._partial_at = time.monotonic()

    def _seal(self, file: Path) -> None:
        unfinished = self._folder / f"{file.name}{UNFINISHED}"
        try:
            seal([file.read_bytes()], unfinished, self._recipients)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        put_in_place(unfinished, self._folder / f"{file.name}.age")

    def _note(self) -> None:
        """Leave word that all is followed up to now."""
        write_whole(self._folder / STATE, json.dumps({"at": datetime.now(UTC).isoformat()}).encode())

    def _receive(self) -> subprocess.Popen[bytes]:
        try:
            self._source.ensure_slot()
        except psycopg.Error as error:
            self._tell(f"Databasen kan ikke nås: {str(error).strip()}")
        arguments: list[str | Path] = [
            self._source.program("pg_receivewal"), f"--directory={self._spool}", f"--slot={SLOT}",
            f"--dbname={ALIVE}", "--synchronous", "--no-loop", "--no-password", "--status-interval=1",
        ]  # fmt: skip
        with (self._spool / "receiving.log").open("wb") as log:
            return subprocess.Popen(
                arguments,
                env=self._source.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def followed_to(folder: Path) -> datetime | None:
    """Up to when the WAL was last known to be here; None where it is not followed."""
    try:
        return datetime.fromisoformat(json.loads((folder / WAL / STATE).read_text())["at"])
    except (OSError, ValueError, KeyError):
        return None


def _end(receiving: subprocess.Popen[bytes]) -> None:
    if receiving.poll() is None:
        receiving.terminate()
    try:
        receiving.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        receiving.kill()
        receiving.wait()
