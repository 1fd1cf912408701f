"""Files sealed to public keys before they leave the host, in the age format; whoever holds a private key opens them."""

from __future__ import annotations

import hashlib
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

import pyrage

from rundbord.operating.backup.trouble import BackupFailed

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

CHUNK = 1 << 20
GZIP = 31
# Most of the gain for a third of the time.
LEVEL = 1


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """What a sealed file is known again by."""

    bytes: int
    sha256: str


def seal(chunks: Iterable[bytes], target: Path, recipients: list[pyrage.x25519.Recipient]) -> Sealed:
    """Compress and seal a stream into a new file, on the disk when this returns; what stops the stream is raised."""
    source = _Source(_compressed(chunks))
    with open(target, "wb", opener=_private) as file:
        sink = _Hashing(file)
        try:
            pyrage.encrypt_io(source, sink, recipients)
        except pyrage.EncryptError as error:
            raise source.trouble or BackupFailed(f"Kunne ikke forsegle til {target.name}: {error}") from error
        file.flush()
        os.fsync(file.fileno())
    return Sealed(bytes=sink.bytes, sha256=sink.digest.hexdigest())


def unseal(file: Path, identities: list[pyrage.x25519.Identity], into: IO[bytes]) -> None:
    """Write what was sealed; raise BackupFailed for a changed or cut file, or one that is sealed to others."""
    sink = _Inflating(into)
    try:
        with file.open("rb") as stream:
            pyrage.decrypt_io(_Source(_read(stream)), sink, identities)
        sink.finish()
    except (pyrage.DecryptError, OSError) as error:
        if sink.trouble:
            raise BackupFailed(f"{file.name} kunne ikke pakkes ud: {sink.trouble}") from error
        raise BackupFailed(f"{file.name} kan ikke åbnes: den er ændret, eller nøglen passer ikke ({error})") from error
    except zlib.error as error:
        raise BackupFailed(f"{file.name} er beskadiget ({error})") from error


def digest_of(file: Path) -> str:
    """What the file's bytes hash to."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _compressed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    squeeze = zlib.compressobj(LEVEL, wbits=GZIP)
    for chunk in chunks:
        if squeezed := squeeze.compress(chunk):
            yield squeezed
    yield squeeze.flush()


def _read(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


class _Source(io.BufferedIOBase):
    """Hands chunks out in the pieces that are asked for, and remembers what stopped them."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")
        self.trouble: Exception | None = None

    def read(self, size: int | None = CHUNK, /) -> bytes:
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


class _Hashing(io.BufferedIOBase):
    """Writes to a file and hashes what it writes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.bytes = 0
        self.digest = hashlib.sha256()

    def write(self, chunk: Buffer, /) -> int:
        self.digest.update(chunk)
        written = self._file.write(chunk)
        self.bytes += written
        return written

    def flush(self) -> None:
        self._file.flush()


class _Inflating(io.BufferedIOBase):
    """Writes what was compressed, and knows whether the stream was whole."""

    def __init__(self, into: IO[bytes]) -> None:
        self._into = into
        self._stretch = zlib.decompressobj(GZIP)
        self.trouble: Exception | None = None

    def write(self, chunk: Buffer, /) -> int:
        try:
            self._into.write(self._stretch.decompress(chunk))
        except Exception as trouble:
            self.trouble = trouble
            raise
        return memoryview(chunk).nbytes

    def flush(self) -> None:
        self._into.flush()

    def finish(self) -> None:
        self._into.write(self._stretch.flush())
        if not self._stretch.eof:
            raise zlib.error("afkortet")
