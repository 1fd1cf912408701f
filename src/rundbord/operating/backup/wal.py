"""Names of WAL segments: which one a place in the WAL lies in, and which are missing between two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SEGMENT_BYTES = 16 << 20
PARTIAL = ".partial"
_SEGMENT = re.compile(r"[0-9A-F]{24}")
_IN_ONE_FILE = (1 << 32) // SEGMENT_BYTES


def is_segment(name: str) -> bool:
    """Whether a name is that of a whole segment."""
    return bool(_SEGMENT.fullmatch(name))


def segment_of(timeline: int, place: str) -> str:
    """The segment that holds a place (LSN) such as `0/3000028`."""
    high, low = (int(part, 16) for part in place.split("/"))
    return _named(timeline, ((high << 32) + low) // SEGMENT_BYTES)


def number_of(segment: str) -> int:
    """How many segments lie before it, whatever its timeline."""
    return int(segment[8:16], 16) * _IN_ONE_FILE + int(segment[16:24], 16)


def missing(names: Iterable[str], *, since: str) -> Iterator[str]:
    """The segments from `since` on that are not there although a later one is."""
    known = {number_of(name): name for name in names if is_segment(name)}
    for number in range(number_of(since), max(known, default=0)):
        if number not in known:
            yield _named(int(since[:8], 16), number)


def _named(timeline: int, number: int) -> str:
    return f"{timeline:08X}{number // _IN_ONE_FILE:08X}{number % _IN_ONE_FILE:08X}"
