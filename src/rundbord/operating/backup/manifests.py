"""PostgreSQL's own manifest, picked out of a base backup that streams by: the next one is asked for with it."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterable, Iterator
from typing import Any

BLOCK = tarfile.BLOCKSIZE
NAME = "backup_manifest"


class Manifest:
    """Filled while the stream passes: what lies in the backup, and from which to which place in the WAL."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.text = bytearray()
        self.raw_bytes = 0
        self._head = bytearray()
        self._left = 0
        self._padding = 0
        self._is_manifest = False
        self._ended = False

    def watch(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Give the same chunks on."""
        for chunk in chunks:
            self.raw_bytes += len(chunk)
            if not self._ended:
                self._follow(memoryview(chunk))
            yield chunk

    def read(self) -> dict[str, Any]:
        """What it says; raise ValueError where the stream held none."""
        found: dict[str, Any] = json.loads(bytes(self.text))
        return found

    def _follow(self, rest: memoryview) -> None:
        while rest and not self._ended:
            if self._left:
                rest = self._inside(rest)
            elif self._padding:
                step = min(self._padding, len(rest))
                self._padding -= step
                rest = rest[step:]
            else:
                rest = self._heading(rest)

    def _inside(self, rest: memoryview) -> memoryview:
        step = min(self._left, len(rest))
        if self._is_manifest:
            self.text += rest[:step]
        self._left -= step
        return rest[step:]

    def _heading(self, rest: memoryview) -> memoryview:
        step = min(BLOCK - len(self._head), len(rest))
        self._head += rest[:step]
        if len(self._head) == BLOCK:
            self._enter(bytes(self._head))
            self._head.clear()
        return rest[step:]

    def _enter(self, head: bytes) -> None:
        if not any(head):
            self._ended = True
            return
        member = tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
        self._is_manifest = member.name == NAME
        self._left = member.size if member.isfile() else 0
        self._padding = -self._left % BLOCK
