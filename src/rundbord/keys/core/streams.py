"""What is sealed as it passes by, too big to be held: compressed in chunks, read in the pieces that are asked for."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator

CHUNK = 1 << 20
GZIP = 31
# Most of the gain for a third of the time.
_LEVEL = 1


def compressed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Compress a stream, in the gzip format."""
    squeeze = zlib.compressobj(_LEVEL, wbits=GZIP)
    for chunk in chunks:
        if squeezed := squeeze.compress(chunk):
            yield squeezed
    yield squeeze.flush()


class Source(io.BufferedIOBase):
    """Hands chunks out in the pieces that are asked for, and remembers what stopped them."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        """`chunks` are bytes of any length."""
        self._chunks = chunks
        self._left = memoryview(b"")
        self.trouble: Exception | None = None

    def read(self, size: int | None = CHUNK, /) -> bytes:
        """Give at most so many bytes; none at the end."""
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
