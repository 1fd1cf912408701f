"""`./rundbord backup`: a sealed backup of the database, what it is worth, and the WAL followed in between."""

from __future__ import annotations

import argparse
import fcntl
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from rundbord.operating.backup.following import Follower
from rundbord.operating.backup.keys import make_identity, read_recipients
from rundbord.operating.backup.nightly import back_up
from rundbord.operating.backup.place import Target, source, target
from rundbord.operating.backup.status import now, status_of
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.children import stop_on_terminate
from rundbord.operating.embedded.cluster import ClusterFailed

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
        where.prepare()
        with _alone(where):
            back_up(where, full=wish.full, logical=wish.logical)
        return 0
    except (BackupFailed, ClusterFailed, OSError) as trouble:
        print(f"Sikkerhedskopien mislykkedes: {trouble}", file=sys.stderr)
        return 1


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./rundbord backup", description=__doc__)
    parser.add_argument("--full", action="store_true", help="tag en fuld kopi, også når en trinvis ville være nok")
    parser.add_argument("--logical", action="store_true", help="tag kun den logiske kopi (ellers en gang om ugen)")
    parser.add_argument("--follow", action="store_true", help="følg WAL, til du stopper det")
    parser.add_argument("--every", type=float, default=SECONDS, metavar="SEKUNDER", help="forsegl WAL mindst så tit")
    parser.add_argument("--status", action="store_true", help="vis, hvad der er, og om det er nyt nok")
    parser.add_argument("--thorough", action="store_true", help="som --status, og læs hver fil efter for ændringer")
    parser.add_argument("--new-identity", type=Path, metavar="FIL", help="lav et nøglepar; ikke på serveren")
    return parser.parse_args(arguments)


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
