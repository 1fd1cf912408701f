"""Cuts a section into events: one story, or one event per paragraph, list line or table row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rundbord.reading.layouts.fields import fields_of, has_fields, is_field
from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.layouts.headings import DAY_LINE
from rundbord.reading.layouts.items import HeadingParts, Item
from rundbord.reading.layouts.list_lines import is_list_line
from rundbord.reading.layouts.openings import opens_event, opens_with_day_and_clock
from rundbord.reading.layouts.sections import ANNOUNCEMENT, Section, paragraphs_of
from rundbord.reading.layouts.tables import is_row, rows_as_items
from rundbord.reading.report import Span
from rundbord.reading.source import Line
from rundbord.reading.times.words import WEEKDAYS


def items_of(section: Section, published: date, grammar: Grammar) -> Iterator[Item]:
    """Yield the section's events in the order they stand: table rows first, then fields or prose."""
    common = _common(section, published, grammar)
    rows = [line for line in section.lines if is_row(line)]
    yield from (
        replace(row, day=common.day, is_calendar_day=common.is_calendar_day, group=common.group)
        for row in rows_as_items(rows, common.heading)
    )
    told = replace(section, lines=[line for line in section.lines if not is_row(line)])
    if has_fields(told.lines):
        yield _with_fields(told, common)
    else:
        yield from (_item(event, common) for event in _Cutting(told).events())


def _common(section: Section, published: date, grammar: Grammar) -> Item:
    """What all events of the section share: heading, day and group."""
    heading = section.heading
    parts = grammar.read(heading.text, heading.span.start) if heading else None
    return Item(
        heading=heading.span if heading else None,
        body=(),
        parts=parts or HeadingParts(),
        day=_day(section, published),
        is_calendar_day=_names_one_day(section),
        group=section.group.span if section.group else None,
    )


def _with_fields(section: Section, common: Item) -> Item:
    fields = fields_of(section.lines)
    filled = [line for line in section.lines if line.text]
    story = [line for line in filled if not is_field(line)] or filled
    parts = replace(common.parts, town=fields.town or common.parts.town, place=fields.place or common.parts.place)
    body = tuple(line.span for line in story)
    return replace(common, body=body, parts=parts, happened=fields.happened, reported=fields.reported)


@dataclass
class _Event:
    """The lines of one event, below its section's heading or below a line that announces a list."""

    heading: Span | None
    lines: list[Line] = field(default_factory=list)
    is_list_line: bool = False


def _item(event: _Event, common: Item) -> Item:
    body = tuple(line.span for line in event.lines)
    return replace(common, heading=event.heading, body=body, is_list_line=event.is_list_line)


class _Cutting:
    """Gathers paragraphs into events."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._heading = section.heading.span if section.heading else None
        self._lists = any(is_list_line(line, section) for line in section.lines)

    def events(self) -> Iterator[_Event]:
        story: list[Line] = []
        for paragraph in self._paragraphs():
            prose = [line for line in paragraph if not is_list_line(line, self._section)]
            listed = [line for line in paragraph if line not in prose]
            announced = bool(prose) and self._lists and bool(ANNOUNCEMENT.match(prose[0].text))
            if announced or listed or (prose and story and opens_event(prose[0], story, self._section)):
                yield from self._told(story)
                story = []
            if announced:
                self._announce(prose.pop(0))
            story += prose
            yield from (_Event(self._heading, [line], is_list_line=True) for line in listed)
        yield from self._told(story)

    def _paragraphs(self) -> Iterator[tuple[Line, ...]]:
        """Under a theme, a block whose every line opens with a day and a clock tells as many events."""
        for paragraph in paragraphs_of(self._section):
            if self._section.is_theme and all(opens_with_day_and_clock(line.text) for line in paragraph):
                yield from ((line,) for line in paragraph)
            else:
                yield paragraph

    def _told(self, story: list[Line]) -> Iterator[_Event]:
        if story:
            yield _Event(self._heading, story)

    def _announce(self, line: Line) -> None:
        """Let the announcing line head its list, unless the section's own heading already speaks of burglary."""
        heading = self._section.heading
        if heading is None or "indbrud" not in heading.text.lower():
            self._heading = line.span


def _day(section: Section, published: date) -> date | None:
    """The day that a heading line such as "Fredag til lørdag" gives to the sections below it."""
    match = _day_line(section)
    if match is None:
        return None
    weekday = WEEKDAYS.index(match["first"].lower())
    return published - timedelta(days=(published.weekday() - weekday) % 7 or 7)


def _names_one_day(section: Section) -> bool:
    """Tell "Lørdag den 13. marts", a day of the calendar, from "Fredag til lørdag", a round from seven to seven."""
    match = _day_line(section)
    return match is not None and match["last"] is None and not match.group().startswith(("Døgnet", "Natten"))


def _day_line(section: Section) -> re.Match[str] | None:
    lines = [line for line in (section.heading, section.group) if line]
    return next((match for line in lines if (match := DAY_LINE.match(line.text.strip()))), None)
