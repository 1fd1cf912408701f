"""Takes one base backup: streamed from the server, sealed, described; whatever goes wrong leaves none behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage

from rundbord.operating.backup.catalogue import (
    MANIFEST,
    SEALED,
    UNFINISHED,
    Base,
    Kind,
    describe,
    put_in_place,
    stamp,
    sweep,
    write_whole,
)
from rundbord.operating.backup.manifests import Manifest
from rundbord.operating.backup.sealing import seal
from rundbord.operating.backup.source import Source
from rundbord.operating.backup.streaming import streamed
from rundbord.operating.backup.trouble import BackupFailed

COMMAND = (
    "--pgdata=-",
    "--format=tar",
    # The WAL of the backup itself comes with it, so that it can be restored without any other file.
    "--wal-method=fetch",
    "--checkpoint=fast",
    "--manifest-checksums=SHA256",
    "--no-password",
)


def _now() -> datetime:
    return datetime.now(UTC)


def take(
    source: Source,
    folder: Path,
    recipients: list[pyrage.x25519.Recipient],
    *,
    since: Base | None = None,
    clock: Callable[[], datetime] = _now,
) -> Base:
    """Take a whole backup, or with `since` one of what changed after that one."""
    server = source.ask()
    sweep(folder)
    began = clock()
    kind = Kind.INCREMENTAL if since else Kind.FULL
    name = f"{stamp(began)}-{kind}"
    manifest = Manifest()
    unfinished = folder / f"{name}{SEALED}{UNFINISHED}"
    command: list[str | Path] = [source.program("pg_basebackup"), *_arguments(folder, since)]
    try:
        with source.holding_wal():
            sealed = seal(manifest.watch(streamed(command, source.environment())), unfinished, recipients)
        told = _read(manifest)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    put_in_place(unfinished, folder / f"{name}{SEALED}")
    write_whole(folder / f"{name}{MANIFEST}", bytes(manifest.text))
    (reach,) = told["WAL-Ranges"]
    base = Base(
        name=name,
        kind=kind,
        parent=since.name if since else "",
        began=began.isoformat(),
        ended=clock().isoformat(),
        timeline=int(reach["Timeline"]),
        start=reach["Start-LSN"],
        stop=reach["End-LSN"],
        system=str(told.get("System-Identifier", "")),
        server=server.version,
        raw_bytes=manifest.raw_bytes,
        bytes=sealed.bytes,
        sha256=sealed.sha256,
    )
    describe(folder, base)
    return base


def _arguments(folder: Path, since: Base | None) -> list[str]:
    if since is None:
        return list(COMMAND)
    manifest = folder / f"{since.name}{MANIFEST}"
    if not manifest.is_file():
        raise BackupFailed(f"{manifest.name} mangler; tag en fuld kopi (--full)")
    return [*COMMAND, f"--incremental={manifest}"]


def _read(manifest: Manifest) -> dict[str, Any]:
    try:
        told = manifest.read()
        (_,) = told["WAL-Ranges"]
    except (ValueError, KeyError) as error:
        raise BackupFailed("Strømmen fra serveren indeholdt ingen læselig fortegnelse; kopien er kasseret") from error
    return told
