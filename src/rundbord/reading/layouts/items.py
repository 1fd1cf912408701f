"""One event as the layout cuts it out: where its words stand, and what its heading and fields already say."""

from dataclasses import dataclass
from datetime import date

from rundbord.reading.report import Span


@dataclass(frozen=True)
class HeadingParts:
    """What a heading line says in its district's own order."""

    kind: Span | None = None
    town: Span | None = None
    place: Span | None = None
    when: Span | None = None


@dataclass(frozen=True)
class Item:
    """An event before it is understood; `heading` is the whole heading line, `parts` what its grammar says."""

    heading: Span | None
    body: tuple[Span, ...]
    parts: HeadingParts = HeadingParts()
    happened: Span | None = None
    reported: Span | None = None
    day: date | None = None
    is_calendar_day: bool = False
    group: Span | None = None
    is_list_line: bool = False
    is_row: bool = False

    @property
    def span(self) -> Span:
        spans = [span for span in (self.heading, *self.body) if span]
        return Span(min(s.start for s in self.body or spans), max(s.end for s in spans))
