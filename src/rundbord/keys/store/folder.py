"""A folder that its owner alone reads: files written whole or not at all, and on the disk before anything goes on."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from rundbord.keys.core.trouble import StoreUnusable

FOLDER_MODE, FILE_MODE = 0o700, 0o600
_OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, closed to others."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(mode=FOLDER_MODE, exist_ok=True)


def refuse_unless_private(path: Path) -> None:
    """Raise StoreUnusable where the path is missing, is a link, or is open to anybody but its owner."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        raise StoreUnusable(f"{path} is missing or out of reach") from None
    if stat.S_ISLNK(mode):
        raise StoreUnusable(f"{path} is a link")
    if mode & _OTHERS:
        raise StoreUnusable(f"{path} is open to others than its owner (mode {stat.S_IMODE(mode):04o})")


def read_private(file: Path) -> bytes:
    """Read a file; raise FileNotFoundError where there is none, StoreUnusable where others may read it."""
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(descriptor, "rb") as stream:
        if os.fstat(descriptor).st_mode & _OTHERS:
            raise StoreUnusable(f"{file} is open to others than its owner")
        return stream.read()


def write_once(file: Path, content: bytes) -> bool:
    """Write a file that is not there yet; tell whether it was written, so that of two who write at once one has won."""
    return _write(file, content, may_replace=False)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file, in place of an older one if there is one."""
    _write(file, content, may_replace=True)


def remove(file: Path) -> None:
    """Remove a file, if it is there, and see to it that the disk knows."""
    with suppress(FileNotFoundError):
        file.unlink()
        _settle(file.parent)


def _write(file: Path, content: bytes, *, may_replace: bool) -> bool:
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if may_replace:
            fresh.replace(file)
            return True
        os.link(fresh, file)
        return True
    except FileExistsError:
        return False
    finally:
        fresh.unlink(missing_ok=True)
        _settle(file.parent)


def _settle(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
