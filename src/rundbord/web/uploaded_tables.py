"""Tables that people upload as CSV, in the shapes in which Danish spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 1000
_SEPARATORS = ";,\t"


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: the name it has in code, and the Danish headings it may stand under, the template's first."""

    name: str
    headings: tuple[str, ...]
    is_required: bool = True


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row: its line in the file, counted from 1 with the heading, and its cells by column name."""

    line: int
    cells: Mapping[str, str]


class UnreadableTable(Exception):
    """The file as a whole cannot be read; the message is Danish."""


def decoded(content: bytes) -> str:
    """Read bytes as UTF-8, else as Windows' Latin letters, which every byte is."""
    if len(content) > MOST_BYTES:
        raise UnreadableTable("Filen er for stor. Den må højst fylde 5 MB.")
    if content.startswith(b"PK") or b"\x00" in content:
        raise UnreadableTable("Filen er ikke en tekstfil. Gem regnearket som CSV, og prøv igen.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def table_rows(text: str, columns: Sequence[Column], *, most_rows: int = MOST_ROWS) -> list[TableRow]:
    """Read a table with a line of headings, or raise UnreadableTable that says what is missing."""
    separator = _separator_of(next((line for line in text.splitlines() if line.strip()), ""))
    lines = _lines(text, separator)
    if len(lines) < 2:
        raise UnreadableTable("Tabellen er tom. Den skal have en linje med overskrifter og mindst én række.")
    if len(lines) - 1 > most_rows:
        raise UnreadableTable(f"Tabellen har {len(lines) - 1} rækker. Den må højst have {most_rows}.")
    positions = _positions(lines[0][1], columns)
    return [_row(number, cells, positions) for number, cells in lines[1:]]


def written(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """Write a template that Danish spreadsheets open as it is: semicolons, and a mark that says UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([column.headings[0] for column in columns])
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _separator_of(headings: str) -> str:
    return max(_SEPARATORS, key=headings.count)


def _lines(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Give each line that is not empty with its number; a cell in quotes may run over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        raise UnreadableTable("Tabellen kan ikke læses. Gem den som CSV i regnearket, og prøv igen.") from error


def _positions(headings: Sequence[str], columns: Sequence[Column]) -> dict[str, int]:
    known = {_plain(heading): position for position, heading in enumerate(headings)}
    positions = {
        column.name: known[_plain(heading)]
        for column in columns
        for heading in reversed(column.headings)
        if _plain(heading) in known
    }
    missing = [column.headings[0] for column in columns if column.is_required and column.name not in positions]
    if missing:
        raise UnreadableTable(
            f"Kolonnen {' og '.join(f'»{name}«' for name in missing)} mangler. Overskrifterne i filen er: "
            f"{', '.join(heading or '(tom)' for heading in headings)}."
        )
    return positions


def _row(line: int, cells: Sequence[str], positions: Mapping[str, int]) -> TableRow:
    found = {name: cells[position] if position < len(cells) else "" for name, position in positions.items()}
    return TableRow(line=line, cells=found)


def _plain(heading: str) -> str:
    return "".join(sign for sign in heading.casefold() if sign.isalnum())
