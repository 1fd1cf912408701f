"""Compressing and sealing a stream to one public key in the age format, as it passes by."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pyrage

from rundbord.departure.queries.parts import PIECE_BYTES
from rundbord.keys.core.streams import Source, compressed

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class SealingStopped(Exception):
    """What was to be sealed could not be read to its end."""


def seal_to(recipient: str, chunks: Iterable[bytes], keep: Callable[[bytes], None]) -> None:
    """Seal what streams by, and give it to `keep` in pieces of one size, the last one shorter."""
    source, sink = Source(compressed(chunks)), _Sink(keep)
    try:
        pyrage.encrypt_io(source, sink, [pyrage.x25519.Recipient.from_str(recipient)])
    except pyrage.EncryptError as error:
        raise sink.trouble or source.trouble or SealingStopped(str(error)) from error
    sink.finish()


class _Sink(io.BufferedIOBase):
    """Gathers sealed bytes into pieces of one size."""

    def __init__(self, keep: Callable[[bytes], None]) -> None:
        self._keep = keep
        self._waiting = bytearray()
        self.trouble: Exception | None = None

    def write(self, chunk: ReadableBuffer, /) -> int:
        self._waiting += chunk
        try:
            while len(self._waiting) >= PIECE_BYTES:
                self._keep(bytes(self._waiting[:PIECE_BYTES]))
                del self._waiting[:PIECE_BYTES]
        except Exception as trouble:
            self.trouble = trouble
            raise
        return memoryview(chunk).nbytes

    def flush(self) -> None:
        pass

    def finish(self) -> None:
        if self._waiting:
            self._keep(bytes(self._waiting))
            self._waiting.clear()
