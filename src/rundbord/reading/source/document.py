"""A report as plain text and as lines, each line knowing what it looks like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from rundbord.reading.report import Span


class LineKind(Enum):
    """What a line looks like on paper."""

    BLANK = auto()
    SEPARATOR = auto()
    BULLET = auto()
    HEADING = auto()
    TEXT = auto()


@dataclass(frozen=True)
class Line:
    """One line of the report; `span` leaves out the bullet."""

    kind: LineKind
    span: Span
    text: str


_SEPARATOR = re.compile(r"[*_=#~–—-]{2,}[*_=#~–—\s-]*|\*|\* \* \*")
_BULLET = re.compile(r"(?:[•·●▪◦>*]+|[-–—](?=\s)|-(?=På\s))\s*")


@dataclass(frozen=True)
class Document:
    """The normalised text, and the offsets of the lines that its markup shows as headings."""

    text: str
    marked_headings: frozenset[int] = frozenset()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        start = 0
        for raw in self.text.split("\n"):
            yield self._line(raw, start)
            start += len(raw) + 1

    def _line(self, raw: str, start: int) -> Line:
        end = start + len(raw)
        bullet = _BULLET.match(raw)
        if not raw.strip():
            return Line(LineKind.BLANK, Span(start, end), "")
        if _SEPARATOR.fullmatch(raw.strip()):
            return Line(LineKind.SEPARATOR, Span(start, end), raw)
        if bullet and bullet.end() < len(raw):
            return Line(LineKind.BULLET, Span(start + bullet.end(), end), raw[bullet.end() :])
        kind = LineKind.HEADING if start in self.marked_headings else LineKind.TEXT
        return Line(kind, Span(start, end), raw)
