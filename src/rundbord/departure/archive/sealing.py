"""Compressing and sealing a stream to one public key in the age format, as it passes by."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import pyrage

from rundbord.departure.queries.parts import PIECE_BYTES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_GZIP = 31
# Most of the gain for a third of the time.
_LEVEL = 1


class SealingStopped(Exception):
    """What was to be sealed could not be read to its end."""


def seal_to(recipient: str, chunks: Iterable[bytes], keep: Callable[[bytes], None]) -> None:
    """Seal what streams by, and give it to `keep` in pieces of one size, the last one shorter."""
    source, sink = _Source(_compressed(chunks)), _Sink(keep)
    try:
        pyrage.encrypt_io(source, sink, [pyrage.x25519.Recipient.from_str(recipient)])
    except pyrage.EncryptError as error:
        raise sink.trouble or source.trouble or SealingStopped(str(error)) from error
    sink.finish()


def _compressed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    squeeze = zlib.compressobj(_LEVEL, wbits=_GZIP)
    for chunk in chunks:
        if squeezed := squeeze.compress(chunk):
            yield squeezed
    yield squeeze.flush()


class _Source(io.BufferedIOBase):
    """Hands chunks out in the pieces that are asked for, and remembers what stopped them."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")
        self.trouble: Exception | None = None

    def read(self, size: int | None = PIECE_BYTES, /) -> bytes:
        try:
            while not self._left:
                self._left = memoryview(next(self._chunks))
        except StopIteration:
            return b""
        except Exception as trouble:
            self.trouble = trouble
            raise
        piece, self._left = self._left[:size], self._left[size:]
        return bytes(piece)


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
