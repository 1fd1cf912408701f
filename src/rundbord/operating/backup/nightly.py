"""Takes what is due tonight: what changed or the whole, and once a week the logical copy beside it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pyrage

from rundbord.operating.backup.catalogue import MANIFEST, Base, bases_in, chain_of, remove_old
from rundbord.operating.backup.dumps import Dump, is_due, remove_old_dumps, take_dump
from rundbord.operating.backup.keys import read_recipients
from rundbord.operating.backup.place import Target, source
from rundbord.operating.backup.source import Server, Source
from rundbord.operating.backup.status import now, size, told
from rundbord.operating.backup.taking import take
from rundbord.operating.backup.trouble import BackupFailed

# A chain grows for a week, then a whole backup begins the next one.
CHAIN = timedelta(days=6, hours=12)


def back_up(where: Target, *, full: bool, logical: bool) -> None:
    """The physical copy first: it is what brings everything back. The logical one once a week, when it is due."""
    recipients = read_recipients(where.recipients)
    with source() as server:
        if not logical:
            _physical(server, where, recipients, full=full)
        if logical or (not full and is_due(where.folder, at=now())):
            _logical(server, where, recipients)
    if len(recipients) == 1:
        print("Kun én kan åbne den. Giv en myndighed mere sin egen nøgle, så én tabt nøgle ikke er tabet af alt.")


def _physical(server: Source, where: Target, recipients: list[pyrage.x25519.Recipient], *, full: bool) -> None:
    said = server.ask()
    since = None if full else to_build_on(where.folder, said, at=now())
    base = take(server, where.folder, recipients, since=since)
    gone = remove_old(where.folder, now=now())
    print(_taken("Trinvis" if base.parent else "Fuld", base, recipients), flush=True)
    if not said.increments:
        print("Serveren siger ikke, hvad der er ændret (summarize_wal, version 17+): alle kopier bliver fulde.")
    if gone:
        print(f"{len(gone)} kopier ældre end 35 dage er slettet.")


def _logical(server: Source, where: Target, recipients: list[pyrage.x25519.Recipient]) -> None:
    try:
        dump = take_dump(server, where.folder, recipients)
    except BackupFailed as trouble:
        raise BackupFailed(
            f"den logiske kopi blev ikke til noget. Kan en række ikke læses, så behold de ældre kopier: {trouble}"
        ) from trouble
    gone = remove_old_dumps(where.folder, now=now())
    print(_taken("Logisk", dump, recipients))
    if gone:
        print(f"{len(gone)} logiske kopier ældre end 35 dage er slettet.")


def _taken(kind: str, copy: Base | Dump, recipients: list[pyrage.x25519.Recipient]) -> str:
    seconds = (datetime.fromisoformat(copy.ended) - datetime.fromisoformat(copy.began)).total_seconds()
    return (
        f"{kind} sikkerhedskopi taget {told(copy.at)}: {size(copy.raw_bytes)} blev til {size(copy.bytes)}"
        f" på {f'{seconds:.1f}'.replace('.', ',')} s, forseglet til {len(recipients)} modtager(e)."
    )


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
