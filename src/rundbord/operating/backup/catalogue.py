"""A folder of backups: a base counts once its description lies there, and goes when all of its chain is old."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.backup.wal import PARTIAL, is_segment, number_of, segment_of

KEPT = timedelta(days=35)
SEALED, MANIFEST, DESCRIPTION, UNFINISHED, WAL = ".tar.gz.age", ".manifest", ".json", ".unfinished", "wal"

Described = TypeVar("Described")


class Kind(StrEnum):
    """Whole, or what changed since another backup."""

    FULL = "full"
    INCREMENTAL = "incremental"


@dataclass(frozen=True, kw_only=True)
class Base:
    """One base backup. `start` and `stop` are places in the WAL; it can be restored to `ended` and any time after."""

    name: str
    kind: str
    parent: str
    began: str
    ended: str
    timeline: int
    start: str
    stop: str
    system: str
    server: int
    raw_bytes: int
    bytes: int
    sha256: str

    @property
    def at(self) -> datetime:
        """When it was complete."""
        return datetime.fromisoformat(self.ended)

    @property
    def first_segment(self) -> str:
        """The segment from which on WAL is needed to bring it forward."""
        return segment_of(self.timeline, self.start)


def bases_in(folder: Path) -> list[Base]:
    """All that are complete, the oldest first."""
    return sorted(descriptions(folder, Base), key=lambda base: base.at)


def descriptions(folder: Path, of: type[Described]) -> list[Described]:
    """What the complete backups of a folder say of themselves, by name; raise BackupFailed where one cannot be read."""
    found = []
    for file in sorted(folder.glob(f"*{DESCRIPTION}")):
        try:
            found.append(of(**json.loads(file.read_text("utf-8"))))
        except (ValueError, TypeError) as error:
            raise BackupFailed(f"{file.name} kan ikke læses: {error}") from error
    return found


def describe(folder: Path, base: Base) -> None:
    """Lay the description down: from now on the backup counts."""
    write_whole(folder / f"{base.name}{DESCRIPTION}", json.dumps(asdict(base), indent=1).encode())


def chain_of(base: Base, bases: Iterable[Base]) -> list[Base]:
    """The backup and all that it builds on, the whole one first; raise BackupFailed where one is missing."""
    by_name = {each.name: each for each in bases}
    chain = [base]
    while chain[0].parent:
        parent = by_name.get(chain[0].parent)
        if parent is None:
            raise BackupFailed(f"{chain[0].name} bygger på {chain[0].parent}, som mangler")
        chain.insert(0, parent)
    return chain


def remove_old(folder: Path, *, now: datetime) -> list[str]:
    """Remove chains that are older than 35 days to their last, but never the newest; and the WAL before those kept."""
    bases = bases_in(folder)
    chains = _chains(bases)
    newest = chains[-1:]
    old = [chain for chain in chains if chain not in newest and all(base.at < now - KEPT for base in chain)]
    gone = [base.name for chain in old for base in chain]
    for name in gone:
        # The description first: a backup that is half gone is none.
        for ending in (DESCRIPTION, MANIFEST, SEALED):
            (folder / f"{name}{ending}").unlink(missing_ok=True)
    _remove_wal_before([base for base in bases if base.name not in gone], folder / WAL)
    return gone


def sweep(folder: Path) -> None:
    """Remove what an interrupted backup left: it has no description, so it never was one. WAL is the follower's."""
    known = {file.stem for file in folder.glob(f"*{DESCRIPTION}")}
    for file in folder.glob(f"*{UNFINISHED}"):
        file.unlink(missing_ok=True)
    for ending in (SEALED, MANIFEST):
        for file in folder.glob(f"*{ending}"):
            if file.name.removesuffix(ending) not in known:
                file.unlink(missing_ok=True)


def wal_in(folder: Path) -> list[str]:
    """Names of the WAL files that are sealed here, the partial ones too."""
    return sorted(file.name.removesuffix(".age") for file in (folder / WAL).glob("*.age"))


def write_whole(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, on the disk when this returns."""
    fresh = file.with_name(f"{file.name}{UNFINISHED}")
    with open(fresh, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    put_in_place(fresh, file)


def put_in_place(fresh: Path, file: Path) -> None:
    """Give a finished file its name, and the name to the disk."""
    fresh.replace(file)
    descriptor = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def stamp(now: datetime) -> str:
    """How a moment stands in a file's name."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")


def _chains(bases: list[Base]) -> list[list[Base]]:
    chains: dict[str, list[Base]] = {}
    for base in bases:
        chains.setdefault(_root(base, bases), []).append(base)
    return list(chains.values())


def _root(base: Base, bases: list[Base]) -> str:
    try:
        return chain_of(base, bases)[0].name
    except BackupFailed:
        return base.name


def _remove_wal_before(kept: list[Base], folder: Path) -> None:
    if not kept:
        return
    first = min(number_of(base.first_segment) for base in kept)
    for file in _segments(folder):
        if number_of(file.name[:24]) < first:
            file.unlink()


def _segments(folder: Path) -> Iterator[Path]:
    for file in folder.glob("*.age"):
        if is_segment(file.name.removesuffix(".age").removesuffix(PARTIAL)):
            yield file
