"""What a folder of backups is worth now: how old it is, how far the WAL reaches, what is damaged or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rundbord.operating.backup.catalogue import SEALED, Base, bases_in, chain_of, wal_in
from rundbord.operating.backup.following import followed_to
from rundbord.operating.backup.sealing import digest_of
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.backup.wal import missing

HERE = ZoneInfo("Europe/Copenhagen")
# A nightly backup that is two hours late; five times the longest interval at which WAL is sealed.
OLDEST, BEHIND = timedelta(hours=26), timedelta(minutes=5)
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
    lines = [*(_line(base) for base in bases[-8:]), _wal_line(folder)]
    faults = [*_age(newest, now), *_reach(folder, newest, now), *_broken(folder, bases, thorough=thorough)]
    return Status(lines=tuple(lines), faults=tuple(faults))


def told(moment: datetime) -> str:
    """A moment as it is read in Denmark."""
    return moment.astimezone(HERE).strftime("%d-%m-%Y kl. %H:%M:%S")


def size(count: int) -> str:
    """A number of bytes as it is read."""
    return f"{count / 1e6:.1f} MB".replace(".", ",")


def _line(base: Base) -> str:
    return f"{told(base.at)}  {DANISH.get(base.kind, base.kind):<8} {size(base.bytes):>10}  {base.name}"


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
        file = folder / f"{base.name}{SEALED}"
        if not file.is_file() or file.stat().st_size != base.bytes:
            yield f"{file.name} mangler eller har en anden størrelse end ved kopieringen."
        elif thorough and digest_of(file) != base.sha256:
            yield f"{file.name} er ændret, siden kopien blev taget."
        try:
            chain_of(base, bases)
        except BackupFailed as trouble:
            yield f"{trouble}."


def now() -> datetime:
    """The moment."""
    return datetime.now(UTC)
