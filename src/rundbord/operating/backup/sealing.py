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

from rundbord.keys.core.streams import CHUNK, GZIP, Source, compressed
from rundbord.operating.backup.trouble import BackupFailed

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """What a sealed file is known again by."""

    bytes: int
    sha256: str


def seal(chunks: Iterable[bytes], target: Path, recipients: list[pyrage.x25519.Recipient]) -> Sealed:
    """Compress and seal a stream into a new file, on the disk when this returns; what stops the stream is raised."""
    source = Source(compressed(chunks))
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
            pyrage.decrypt_io(Source(_read(stream)), sink, identities)
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


def _read(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


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
