"""`./rundbord backup`: a sealed backup of the database, what it is worth, and the WAL followed in between."""

from __future__ import annotations

import argparse
import fcntl
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

from rundbord.operating.backup.catalogue import MANIFEST, Base, bases_in, chain_of, remove_old
from rundbord.operating.backup.following import Follower
from rundbord.operating.backup.keys import make_identity, read_recipients
from rundbord.operating.backup.place import Target, source, target
from rundbord.operating.backup.source import Server
from rundbord.operating.backup.status import now, size, status_of, told
from rundbord.operating.backup.taking import take
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.children import stop_on_terminate
from rundbord.operating.embedded.cluster import ClusterFailed

# A chain grows for a week, then a whole backup begins the next one.
CHAIN = timedelta(days=6, hours=12)
SECONDS = 30.0


def main(arguments: list[str]) -> int:
    """Do what was asked; anything that went wrong ends with 1 and is said in Danish."""
    wish = _read(arguments)
    try:
        if wish.new_identity:
            return _new_identity(wish.new_identity)
        where = target()
        if wish.status or wish.thorough:
            return _status(where, thorough=wish.thorough)
        if wish.follow:
            return _follow(where, every=wish.every)
        stop_on_terminate()
        return _back_up(where, full=wish.full)
    except (BackupFailed, ClusterFailed, OSError) as trouble:
        print(f"Ingen sikkerhedskopi: {trouble}", file=sys.stderr)
        return 1


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./rundbord backup", description=__doc__)
    parser.add_argument("--full", action="store_true", help="tag en fuld kopi, også når en trinvis ville være nok")
    parser.add_argument("--follow", action="store_true", help="følg WAL, til du stopper det")
    parser.add_argument("--every", type=float, default=SECONDS, metavar="SEKUNDER", help="forsegl WAL mindst så tit")
    parser.add_argument("--status", action="store_true", help="vis, hvad der er, og om det er nyt nok")
    parser.add_argument("--thorough", action="store_true", help="som --status, og læs hver fil efter for ændringer")
    parser.add_argument("--new-identity", type=Path, metavar="FIL", help="lav et nøglepar; ikke på serveren")
    return parser.parse_args(arguments)


def _back_up(where: Target, *, full: bool) -> int:
    recipients = read_recipients(where.recipients)
    where.prepare()
    with _alone(where), source() as server:
        said = server.ask()
        since = None if full else to_build_on(where.folder, said, at=now())
        base = take(server, where.folder, recipients, since=since)
        gone = remove_old(where.folder, now=now())
    kind = "Trinvis" if base.parent else "Fuld"
    seconds = (base.at - base.at.fromisoformat(base.began)).total_seconds()
    print(
        f"{kind} sikkerhedskopi taget {told(base.at)}: {size(base.raw_bytes)} blev til {size(base.bytes)}"
        f" på {f'{seconds:.1f}'.replace('.', ',')} s, forseglet til {len(recipients)} modtager(e)."
    )
    if len(recipients) == 1:
        print("Kun én kan åbne den. Giv en myndighed mere sin egen nøgle, så én tabt nøgle ikke er tabet af alt.")
    if not said.increments:
        print("Serveren siger ikke, hvad der er ændret (summarize_wal, version 17+): alle kopier bliver fulde.")
    if gone:
        print(f"{len(gone)} kopier ældre end 35 dage er slettet.")
    return 0


def to_build_on(folder: Path, server: Server, *, at: datetime) -> Base | None:
    """The newest backup, when the server can tell what changed since and its chain is not a week old."""
    bases = bases_in(folder)
    if not bases or not server.increments:
        return None
    newest = bases[-1]
    try:
        first = chain_of(newest, bases)[0]
    except BackupFailed:
        return None
    fresh = at - first.at < CHAIN and first.server // 10000 == server.version // 10000
    return newest if fresh and (folder / f"{newest.name}{MANIFEST}").is_file() else None


def _follow(where: Target, *, every: float) -> int:
    if not where.spool.name:
        raise BackupFailed("RUNDBORD_BACKUP_SPOOL mangler: en mappe på denne maskine, hvor WAL venter på at forsegles")
    recipients = read_recipients(where.recipients)
    where.prepare()
    stopping = Event()
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, lambda *_: stopping.set())
    with source() as server:
        server.ask()
        print("Følger WAL. Stop med Ctrl-C.", flush=True)
        tell = _to_the_operator
        Follower(server, where.folder, where.spool, recipients, every=every, tell=tell).follow(stopping)
    return 0


def _to_the_operator(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _status(where: Target, *, thorough: bool) -> int:
    found = status_of(where.folder, now=now(), thorough=thorough)
    for line in found.lines:
        print(line)
    for fault in found.faults:
        print(f"FEJL: {fault}", file=sys.stderr)
    return 1 if found.faults else 0


def _new_identity(file: Path) -> int:
    public = make_identity(file)
    print(f"Den private nøgle ligger i {file}. Gem den uden for serveren, og i en kopi på papir.")
    print("Læg denne linje i filen, som RUNDBORD_BACKUP_RECIPIENTS navngiver på serveren:")
    print(public)
    return 0


@contextmanager
def _alone(where: Target) -> Iterator[None]:
    """One backup at a time into one folder."""
    descriptor = os.open(where.folder / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise BackupFailed(f"En anden sikkerhedskopi til {where.folder} er i gang") from None
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
