"""Rows of a table as events: the header row says what each column tells."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.layouts.items import HeadingParts, Item
from rundbord.reading.places import is_town
from rundbord.reading.report import Span
from rundbord.reading.source import Line

_COLUMNS = (
    ("town", late(r"by|postnr|bydel", re.I)),
    ("place", late(r"vej|sted|lokation|adresse|gade|strækning", re.I)),
    ("when", late(r"tid\w*|dato\w*|sket|periode", re.I)),
    ("kind", late(r"type|sigte(?:t|lse)(?: for)?|forhold|art|gerning", re.I)),
)


def is_row(line: Line) -> bool:
    return " | " in line.text


def rows_as_items(lines: list[Line], heading: Span | None) -> Iterator[Item]:
    """Yield one item per row below a header; rows before any header are read without column names."""
    columns: list[str | None] = []
    for line in lines:
        cells = list(_cells(line))
        named = [_column(span_text) for span_text, _ in cells]
        if sum(name is not None for name in named) >= 2 and not re.search(r"\d", line.text):
            columns = named
        else:
            yield _row(line, [span for _, span in cells], columns, heading)


def _cells(line: Line) -> Iterator[tuple[str, Span]]:
    for match in re.finditer(r"[^|]+", line.text):
        text = match.group().strip()
        start = line.span.start + match.start() + len(match.group()) - len(match.group().lstrip())
        yield text, Span(start, start + len(text))


def _column(text: str) -> str | None:
    return next((name for name, pattern in _COLUMNS if pattern.fullmatch(text.strip(" :"))), None)


def _row(line: Line, spans: list[Span], columns: list[str | None], heading: Span | None) -> Item:
    named = {name: span for name, span in zip(columns, spans, strict=False) if name and span.start < span.end}
    place, town = _place_and_town(line, named.get("place"))
    parts = HeadingParts(kind=named.get("kind"), town=named.get("town") or town, place=place)
    return Item(heading, (line.span,), parts, happened=named.get("when"), is_row=True)


def _place_and_town(line: Line, cell: Span | None) -> tuple[Span | None, Span | None]:
    """Cut a cell such as "Algade, Vordingborg" in two where it ends in a known town."""
    if cell is None:
        return None, None
    words = line.text[cell.start - line.span.start : cell.end - line.span.start]
    place, comma, town = words.rpartition(", ")
    if not comma or not is_town(town):
        return cell, None
    return Span(cell.start, cell.start + len(place)), Span(cell.end - len(town), cell.end)
