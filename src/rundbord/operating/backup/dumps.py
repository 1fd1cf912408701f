"""Logical copies: every row as the server reads it, taken weekly beside the physical ones, which copy damage unseen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
from psycopg.conninfo import conninfo_to_dict

from rundbord.operating.backup.catalogue import (
    DESCRIPTION,
    KEPT,
    UNFINISHED,
    descriptions,
    put_in_place,
    stamp,
    write_whole,
)
from rundbord.operating.backup.sealing import seal
from rundbord.operating.backup.source import Source
from rundbord.operating.backup.streaming import streamed

LOGICAL, SEALED = "logical", ".dump.gz.age"
EVERY = timedelta(days=6, hours=12)
COMMAND = (
    "--format=custom",
    # Compressed once, on the way into the seal.
    "--compress=0",
    # Lent to the backup's login for as long as this takes: it reads every row, and writes none.
    "--role=rundbord_dump",
    "--no-password",
)


@dataclass(frozen=True, kw_only=True)
class Dump:
    """One logical copy: every row as it was committed when it began."""

    name: str
    began: str
    ended: str
    server: int
    raw_bytes: int
    bytes: int
    sha256: str

    @property
    def at(self) -> datetime:
        """The moment whose rows it holds."""
        return datetime.fromisoformat(self.began)

    def sealed_in(self, folder: Path) -> Path:
        """Its file in a folder of backups."""
        return folder / LOGICAL / f"{self.name}{SEALED}"


def dumps_in(folder: Path) -> list[Dump]:
    """All that are complete, the oldest first."""
    return sorted(descriptions(folder / LOGICAL, Dump), key=lambda dump: dump.at)


def is_due(folder: Path, *, at: datetime) -> bool:
    """Whether a week has passed since the newest."""
    dumps = dumps_in(folder)
    return not dumps or at - dumps[-1].at > EVERY


def _now() -> datetime:
    return datetime.now(UTC)


def take_dump(
    source: Source,
    folder: Path,
    recipients: list[pyrage.x25519.Recipient],
    *,
    clock: Callable[[], datetime] = _now,
) -> Dump:
    """Read every row, seal it, describe it last; a row or a page that cannot be read leaves no copy, and says so."""
    server = source.ask()
    _sweep(folder / LOGICAL)
    began = clock()
    name = stamp(began)
    sealed_file = folder / LOGICAL / f"{name}{SEALED}"
    unfinished = sealed_file.with_name(f"{sealed_file.name}{UNFINISHED}")
    database = str(conninfo_to_dict(source.address)["dbname"])
    counted = _Counted(
        streamed([source.program("pg_dump"), *COMMAND, f"--dbname={database}"], source.environment()),
    )
    try:
        sealed = seal(counted, unfinished, recipients)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    put_in_place(unfinished, sealed_file)
    dump = Dump(
        name=name,
        began=began.isoformat(),
        ended=clock().isoformat(),
        server=server.version,
        raw_bytes=counted.bytes,
        bytes=sealed.bytes,
        sha256=sealed.sha256,
    )
    write_whole(folder / LOGICAL / f"{name}{DESCRIPTION}", json.dumps(asdict(dump), indent=1).encode())
    return dump


def remove_old_dumps(folder: Path, *, now: datetime) -> list[str]:
    """Remove those older than 35 days, but never the newest."""
    old = [dump for dump in dumps_in(folder)[:-1] if dump.at < now - KEPT]
    for dump in old:
        (folder / LOGICAL / f"{dump.name}{DESCRIPTION}").unlink()
        dump.sealed_in(folder).unlink(missing_ok=True)
    return [dump.name for dump in old]


def _sweep(folder: Path) -> None:
    """Remove what an interrupted copy left."""
    folder.mkdir(mode=0o700, exist_ok=True)
    for file in folder.glob(f"*{UNFINISHED}"):
        file.unlink()
    for file in folder.glob(f"*{SEALED}"):
        if not (folder / f"{file.name.removesuffix(SEALED)}{DESCRIPTION}").is_file():
            file.unlink()


class _Counted:
    """Gives chunks on, and knows how many bytes they were."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks
        self.bytes = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.bytes += len(chunk)
            yield chunk
