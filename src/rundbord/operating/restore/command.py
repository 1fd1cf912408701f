"""`./rundbord restore`: a backup into an empty place, brought forward and examined; nothing is overwritten."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from rundbord.operating.backup.keys import read_identities
from rundbord.operating.backup.status import DANISH, HERE, told
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.children import stop_on_terminate
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.cluster import Cluster, ClusterFailed
from rundbord.operating.embedded.roles import ensure_roles
from rundbord.operating.embedded.unprivileged import NoUnprivilegedUser, find_runner
from rundbord.operating.restore.examining import Examined, examine
from rundbord.operating.restore.laying import Chosen, choose, lay_out, refuse_changed
from rundbord.operating.restore.rebuilding import choose_dump, rebuild, refuse_changed_dump
from rundbord.operating.restore.recovering import bring_forward
from rundbord.operating.steps import step

MARKS = {True: "ok  ", False: "FEJL", None: "IKKE"}
PASSED, FAILED, NOT_ALL = 0, 1, 2
# Lays a database down in an empty place and tells what moment it stands at.
Laying = Callable[[Cluster], str]


def main(arguments: list[str]) -> int:
    """0 when all that was examined passed, 1 when anything failed, 2 when not everything could be examined."""
    stop_on_terminate()
    wish = _read(arguments)
    try:
        home = _empty(wish.into)
        return _restore(_rows(wish) if wish.logical else _files(wish), home, wish)
    except (BackupFailed, ClusterFailed, NoUnprivilegedUser, OSError) as trouble:
        print(f"\nIkke gendannet: {trouble}", file=sys.stderr)
        return FAILED


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./rundbord restore", description=__doc__)
    parser.add_argument("backups", type=Path, metavar="MAPPE", help="mappen med sikkerhedskopier")
    parser.add_argument("--identity", type=Path, required=True, metavar="FIL", help="en privat nøgle")
    parser.add_argument("--into", type=Path, required=True, metavar="MAPPE", help="et tomt sted")
    parser.add_argument("--until", type=_moment, metavar="TID", help="dansk tid, for eksempel 2026-11-30T14:05:00")
    parser.add_argument(
        "--key-store",
        type=Path,
        default=os.environ.get("RUNDBORD_KEY_STORE"),
        metavar="MAPPE",
        help="nøglelageret, som log og sletninger efterprøves med (ellers RUNDBORD_KEY_STORE)",
    )
    parser.add_argument(
        "--logical", action="store_true", help="byg op af den logiske kopi, hvis de andre er beskadigede"
    )
    parser.add_argument("--drill", action="store_true", help="øvelse: fjern det gendannede igen til sidst")
    return parser.parse_args(arguments)


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=HERE)


def _empty(into: Path) -> Path:
    """The place, made where it is missing; whatever lies there already is never touched."""
    into = into.resolve()
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise BackupFailed(f"{into} er ikke tom. Intet overskrives: vælg et andet sted, eller flyt det, der ligger der")
    into.mkdir(parents=True, exist_ok=True)
    into.chmod(0o711)
    return into


def _files(wish: argparse.Namespace) -> Laying:
    """Base backups and WAL: everything as it lay on the disk, brought forward to a moment."""
    chosen = choose(wish.backups, wish.until)
    for base in chosen.chain:
        print(f"  {DANISH[base.kind]} kopi fra {told(base.at)}", file=sys.stderr)
    print(f"  {len(chosen.wal)} stykker WAL derefter", file=sys.stderr)

    def lay(cluster: Cluster) -> str:
        reached = _lay_and_bring_forward(chosen, cluster, wish)
        moment = told(datetime.fromisoformat(reached)) if reached else told(chosen.last.at)
        return f"{moment}: det er tidspunktet for den sidste handling, der er med"

    return lay


def _rows(wish: argparse.Namespace) -> Laying:
    """The logical copy: the same rows in a new database, and nothing of the old one's files."""
    dump = choose_dump(wish.backups, wish.until)
    print(f"  logisk kopi fra {told(dump.at)}", file=sys.stderr)

    def lay(cluster: Cluster) -> str:
        identities = read_identities(wish.identity)
        with step("Efterprøver filen"):
            refuse_changed_dump(dump, wish.backups)
        with step("Åbner og bygger op"):
            rebuild(dump.sealed_in(wish.backups), cluster, identities)
        return f"{told(dump.at)}, da den logiske kopi begyndte; det, der skete senere, er ikke med"

    return lay


def _restore(lay: Laying, home: Path, wish: argparse.Namespace) -> int:
    cluster = Cluster(home)
    try:
        reached = lay(cluster)
    except BaseException:
        # What is half restored must never be taken for a database.
        _clear(home)
        raise
    with step("Starter det gendannede på en lukket sokkel"):
        cluster.start()
        ensure_roles(cluster)
    try:
        outcome = _report(list(examine(cluster, wish.key_store)))
    finally:
        cluster.stop()
    _conclude(reached, home, drill=wish.drill)
    return outcome


def _lay_and_bring_forward(chosen: Chosen, cluster: Cluster, wish: argparse.Namespace) -> str:
    identities = read_identities(wish.identity)
    runner = find_runner(postgresql_program("initdb"), cluster.home)
    with step("Efterprøver filerne"):
        refuse_changed(chosen)
    with step("Åbner og lægger ud"):
        lay_out(chosen, cluster.home, identities, runner)
    with step("Bringer databasen frem"):
        return bring_forward(cluster, runner, wish.until)


def _report(examined: list[Examined]) -> int:
    for each in examined:
        print(f"{MARKS[each.passed]}  {each.says}")
    if any(each.passed is False for each in examined):
        return FAILED
    return NOT_ALL if any(each.passed is None for each in examined) else PASSED


def _conclude(reached: str, home: Path, *, drill: bool) -> None:
    print(f"\nDatabasen står, som den var {reached}.")
    if drill:
        _clear(home)
        print("Øvelsen er slut, og det gendannede er fjernet igen.")
        return
    print(f"Den ligger i {home}/data og er stoppet. Rollernes adgangskoder er nye og står i {home}/passwords.json.")
    print("Sådan tages den i brug: docs/operating.md, «Backup and restore».")


def _clear(home: Path) -> None:
    for path in home.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
