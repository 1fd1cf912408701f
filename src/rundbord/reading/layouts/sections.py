"""Cuts a report into sections: a heading, what stands above it, and the lines below it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rundbord.reading.late import late
from rundbord.reading.layouts.headings import DAY_LINE, GREETING, is_heading, is_theme
from rundbord.reading.places import is_town
from rundbord.reading.report import Span
from rundbord.reading.source import Document, Line, LineKind

ANNOUNCEMENT = late(
    r"^(?=.*\b(?:anmeldt|anmeldelse\w*|registreret)\b)(?=.*\bindbrud)(?=.*\b(?:døgn|weekend|dage"
    r"|politikreds|beboelse)).{20,170}$",
    re.I,
)
"""A line that announces a list of burglaries: "Der er det seneste døgn anmeldt fem indbrud i privat beboelse"."""


@dataclass
class Section:
    """A heading with its lines; `group` is the heading above when two stand together."""

    heading: Line | None = None
    group: Line | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def is_theme(self) -> bool:
        return self.heading is not None and is_theme(self.heading.text)


Recogniser = Callable[[Line, Line | None, Line | None], bool]


def sections_of(document: Document, recognise: Recogniser = is_heading) -> tuple[Section, ...]:
    """Return the sections in order; text before the first heading is a section without one."""
    return tuple(section for section in _sections(document, recognise) if section.lines or section.heading)


def _sections(document: Document, recognise: Recogniser) -> Iterator[Section]:
    current = Section()
    group: Line | None = None
    for index, line in enumerate(document.lines):
        if line.kind is LineKind.SEPARATOR:
            yield current
            current, group = Section(), None
        elif recognise(line, _line_before(document, index), _line_after(document, index)):
            group = _group(current, group)
            if current.lines or current.heading is not group:
                yield current
            current = Section(heading=line, group=group)
        elif not GREETING.match(line.text.strip()):
            current.lines.append(line)
    yield current


def _group(current: Section, group: Line | None) -> Line | None:
    """A heading without text of its own stands over the headings that follow; one naming days does so for long."""
    if current.heading is not None and not any(line.text for line in current.lines):
        return current.heading
    if group is not None and _stands_long(group.text.strip()):
        return group
    return None


def _stands_long(heading: str) -> bool:
    """Days and municipalities stand over all headings that follow, until the next of them."""
    return bool(DAY_LINE.match(heading)) or heading.endswith(" Kommune") or is_town(heading)


def _line_before(document: Document, index: int) -> Line | None:
    return document.lines[index - 1] if index else None


def _line_after(document: Document, index: int) -> Line | None:
    """The next line that is not blank."""
    following = document.lines[index + 1 : index + 6]  # more blank lines in a row are never left by tidying
    return next((line for line in following if line.kind is not LineKind.BLANK), None)


def paragraphs_of(section: Section) -> tuple[tuple[Line, ...], ...]:
    """Group lines into paragraphs: by blank lines where the section has any, else line by line; bullets stand alone."""
    blocks: list[list[Line]] = [[]]
    for line in section.lines:
        if line.kind is LineKind.BLANK:
            blocks.append([])
        elif line.kind is LineKind.BULLET:
            blocks += [[line], []]
        else:
            blocks[-1].append(line)
    filled = [block for block in blocks if block]
    if len(filled) <= 1:
        return tuple((line,) for block in filled for line in block)
    return tuple(tuple(block) for block in filled)


def span_of(lines: tuple[Line, ...]) -> Span:
    return Span(lines[0].span.start, lines[-1].span.end)
