"""Opens the sealed files of one chain and lays out a data folder; every file is held against its description first."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyrage

from rundbord.operating.backup.catalogue import SEALED, WAL, Base, bases_in, chain_of, wal_in
from rundbord.operating.backup.sealing import digest_of, unseal
from rundbord.operating.backup.source import major_of
from rundbord.operating.backup.status import told
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.backup.wal import PARTIAL, is_segment, number_of
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.unprivileged import Runner


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What will be laid out."""

    folder: Path
    chain: list[Base]
    wal: list[str]

    @property
    def last(self) -> Base:
        """The backup that recovery begins from."""
        return self.chain[-1]


def choose(folder: Path, until: datetime | None) -> Chosen:
    """The newest backup that was complete by then, with all it builds on; raise BackupFailed where there is none."""
    bases = bases_in(folder)
    usable = [base for base in bases if until is None or base.at <= until]
    if not usable:
        reach = f"den ældste er fra {told(bases[0].at)}" if bases else "mappen indeholder ingen sikkerhedskopi"
        raise BackupFailed(f"Der kan ikke gendannes til det tidspunkt: {reach}")
    chain = chain_of(usable[-1], bases)
    since = number_of(chain[-1].first_segment)
    wal = [name for name in wal_in(folder) if not is_segment(name[:24]) or number_of(name[:24]) >= since]
    return Chosen(folder=folder, chain=chain, wal=wal)


def refuse_changed(chosen: Chosen) -> None:
    """Raise BackupFailed where a file is another than the one that was described when the backup was taken."""
    for base in chosen.chain:
        file = chosen.folder / f"{base.name}{SEALED}"
        if not file.is_file():
            raise BackupFailed(f"{file.name} mangler")
        if digest_of(file) != base.sha256:
            raise BackupFailed(f"{file.name} er ændret, siden kopien blev taget; der gendannes intet af den")
    if len({base.system for base in chosen.chain}) > 1:
        raise BackupFailed("Kopierne i kæden stammer fra forskellige databaser")


def lay_out(chosen: Chosen, home: Path, identities: list[pyrage.x25519.Identity], runner: Runner) -> None:
    """Make `home/data`, and lay the WAL that follows beside it."""
    _refuse_other_version(chosen.last)
    steps = home / "steps"
    _folder(steps, runner)
    for base in chosen.chain:
        _folder(steps / base.name, runner)
        _unpack(chosen.folder / f"{base.name}{SEALED}", steps / base.name, identities, runner)
    _combine([steps / base.name for base in chosen.chain], home, runner)
    shutil.rmtree(steps)
    _lay_wal(chosen, home / WAL, identities, runner)


def _folder(path: Path, runner: Runner) -> None:
    path.mkdir(mode=0o700)
    runner.own(path)


def _unpack(file: Path, into: Path, identities: list[pyrage.x25519.Identity], runner: Runner) -> None:
    # As the user that the server runs as, so that the files are that user's.
    with subprocess.Popen(
        ["tar", "--extract", "--file=-", "--directory=."],
        cwd=into,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=runner.prepare(),  # noqa: PLW1509 - no other thread runs yet
    ) as unpacking:
        assert unpacking.stdin is not None  # noqa: S101 - asked for above
        try:
            unseal(file, identities, unpacking.stdin)
            _, said = unpacking.communicate()
        except BaseException:
            unpacking.kill()
            raise
    if unpacking.returncode:
        raise BackupFailed(f"{file.name} kunne ikke pakkes ud: {said.decode(errors='replace')[-500:]}")


def _combine(steps: list[Path], home: Path, runner: Runner) -> None:
    data = home / "data"
    if len(steps) == 1:
        steps[0].rename(data)
        return
    # Made by the server's user, who must be able to make a folder here.
    runner.own(home)
    done = subprocess.run(
        # Written to the disk once, by the server when it begins to recover.
        [postgresql_program("pg_combinebackup"), "--no-sync", *steps, f"--output={data}"],
        capture_output=True,
        text=True,
        preexec_fn=runner.prepare(),
        check=False,
    )
    if done.returncode:
        raise BackupFailed(f"De trinvise kopier kunne ikke samles:\n{done.stderr[-2000:]}")


def _lay_wal(chosen: Chosen, into: Path, identities: list[pyrage.x25519.Identity], runner: Runner) -> None:
    _folder(into, runner)
    for name, final in _needed(chosen.wal):
        with (into / final).open("wb") as file:
            unseal(chosen.folder / WAL / f"{name}.age", identities, file)
        runner.own(into / final)


def _needed(names: list[str]) -> Iterator[tuple[str, str]]:
    """Each file with the name that recovery asks for: a segment that was being written counts where it is the last."""
    whole = {name for name in names if not name.endswith(PARTIAL)}
    for name in names:
        final = name.removesuffix(PARTIAL)
        if name == final or final not in whole:
            yield name, final


def _refuse_other_version(base: Base) -> None:
    ours = major_of(postgresql_program("postgres"))
    if base.server // 10000 != ours:
        raise BackupFailed(
            f"Kopien er fra PostgreSQL {base.server // 10000}, programmerne her er version {ours}. Gendan med samme"
            " version (docs/operating.md viser hvordan i hånden)"
        )
