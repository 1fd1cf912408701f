"""Members of a tar archive (POSIX pax), written one by one without an archive in memory."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from time import time

_BLOCK = tarfile.BLOCKSIZE


def member(name: str, content: bytes) -> Iterator[bytes]:
    """Give a file as it lies in a tar archive: header, content, zeros to a full block."""
    told = tarfile.TarInfo(name)
    told.size, told.mtime, told.mode = len(content), int(time()), 0o600
    yield told.tobuf(tarfile.PAX_FORMAT)
    yield content
    yield bytes(-len(content) % _BLOCK)


def end() -> bytes:
    """Give what a tar archive ends with."""
    return bytes(2 * _BLOCK)
