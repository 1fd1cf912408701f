"""What a folder of backups is worth now: how old it is, how far the WAL reaches, what is damaged or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rundbord.operating.backup.catalogue import SEALED, Base, bases_in, chain_of, wal_in
from rundbord.operating.backup.dumps import Dump, dumps_in
from rundbord.operating.backup.following import followed_to
from rundbord.operating.backup.sealing import digest_of
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.backup.wal import missing

HERE = ZoneInfo("Europe/Copenhagen")
# A nightly backup that is two hours late; five times the longest interval at which WAL is sealed.
OLDEST, BEHIND = timedelta(hours=26), timedelta(minutes=5)
# A weekly copy that is a day late.
OLDEST_LOGICAL = timedelta(days=8)
DANISH = {"full": "fuld", "incremental": "trinvis"}


@dataclass(frozen=True, kw_only=True)
class Status:
    """Lines to read, and every reason to act."""

    lines: tuple[str, ...]
    faults: tuple[str, ...]


def status_of(folder: Path, *, now: datetime, thorough: bool = False) -> Status:
    """Look at the folder; `thorough` reads every file again, to find those that changed since."""
    bases = bases_in(folder)
    if not bases:
        return Status(lines=(f"{folder}: ingen sikkerhedskopi",), faults=("Der er ingen sikkerhedskopi.",))
    newest = bases[-1]
    dumps = dumps_in(folder)
    lines = [*(_line(base) for base in bases[-8:]), *(_logical_line(dump) for dump in dumps[-2:]), _wal_line(folder)]
    faults = [
        *_age(newest, now),
        *_reach(folder, newest, now),
        *_broken(folder, bases, thorough=thorough),
        *_logical(folder, dumps, now, thorough=thorough),
    ]
    return Status(lines=tuple(lines), faults=tuple(faults))


def told(moment: datetime) -> str:
    """A moment as it is read in Denmark."""
    return moment.astimezone(HERE).strftime("%d-%m-%Y kl. %H:%M:%S")


def size(count: int) -> str:
    """A number of bytes as it is read."""
    return f"{count / 1e6:.1f} MB".replace(".", ",")


def _line(base: Base) -> str:
    return f"{told(base.at)}  {DANISH.get(base.kind, base.kind):<8} {size(base.bytes):>10}  {base.name}"


def _logical_line(dump: Dump) -> str:
    return f"{told(dump.at)}  logisk   {size(dump.bytes):>10}  {dump.name}"


def _wal_line(folder: Path) -> str:
    reached = followed_to(folder)
    if reached is None:
        return "WAL følges ikke: der kan kun gendannes til kopiernes egne tidspunkter (./rundbord backup --follow)"
    return f"WAL følges til {told(reached)}; der kan gendannes til ethvert tidspunkt efter en kopi"


def _age(newest: Base, now: datetime) -> Iterator[str]:
    if now - newest.at > OLDEST:
        hours = int((now - newest.at).total_seconds() // 3600)
        yield f"Den nyeste sikkerhedskopi er {hours} timer gammel ({told(newest.at)})."


def _reach(folder: Path, newest: Base, now: datetime) -> Iterator[str]:
    reached = followed_to(folder)
    if reached is None:
        return
    if now - reached > BEHIND:
        yield f"WAL er ikke fulgt siden {told(reached)}."
    gaps = list(missing(wal_in(folder), since=newest.first_segment))
    if gaps:
        yield f"Der mangler {len(gaps)} stykker WAL efter den nyeste kopi, det første er {gaps[0]}; tag en ny kopi."


def _broken(folder: Path, bases: list[Base], *, thorough: bool) -> Iterator[str]:
    for base in bases:
        yield from _changed(folder / f"{base.name}{SEALED}", base, thorough=thorough)
        try:
            chain_of(base, bases)
        except BackupFailed as trouble:
            yield f"{trouble}."


def _logical(folder: Path, dumps: list[Dump], now: datetime, *, thorough: bool) -> Iterator[str]:
    if not dumps:
        yield "Der er ingen logisk kopi (./rundbord backup --logical)."
    elif now - dumps[-1].at > OLDEST_LOGICAL:
        yield f"Den nyeste logiske kopi er {(now - dumps[-1].at).days} dage gammel ({told(dumps[-1].at)})."
    for dump in dumps:
        yield from _changed(dump.sealed_in(folder), dump, thorough=thorough)


def _changed(file: Path, described: Base | Dump, *, thorough: bool) -> Iterator[str]:
    if not file.is_file() or file.stat().st_size != described.bytes:
        yield f"{file.name} mangler eller har en anden størrelse end ved kopieringen."
    elif thorough and digest_of(file) != described.sha256:
        yield f"{file.name} er ændret, siden kopien blev taget."


def now() -> datetime:
    """The moment."""
    return datetime.now(UTC)
