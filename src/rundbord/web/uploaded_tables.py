"""Tables that people upload as CSV, in the shapes in which Danish spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from rundbord.web.unseen import without_unseen

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 1000
MOST_COLUMNS = 200
LONGEST_CELL = 1000
_SEPARATORS = ";,\t"
_MOST_SHOWN = 30
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


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
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return without_unseen(text)


def table_rows(text: str, columns: Sequence[Column], *, most_rows: int = MOST_ROWS) -> list[TableRow]:
    """Read a table with a line of headings, or raise UnreadableTable that says what is missing."""
    separator = _separator_of(next((line for line in io.StringIO(text) if line.strip()), ""))
    lines = list(islice(_lines(text, separator), most_rows + 2))
    if len(lines) < 2:
        raise UnreadableTable("Tabellen er tom. Den skal have en linje med overskrifter og mindst én række.")
    if len(lines) - 1 > most_rows:
        raise UnreadableTable(f"Tabellen er for lang: Den må højst have {most_rows} rækker. Del den i flere.")
    if len(lines[0][1]) > MOST_COLUMNS:
        raise UnreadableTable(f"Tabellen har {len(lines[0][1])} kolonner. Den må højst have {MOST_COLUMNS}.")
    if endless := next((number for number, cells in lines if any(len(cell) > LONGEST_CELL for cell in cells)), None):
        raise UnreadableTable(f"Linje {endless} har en celle med over {LONGEST_CELL} tegn. Ret den, og prøv igen.")
    positions = _positions(lines[0][1], columns)
    return [_row(number, cells, positions) for number, cells in lines[1:]]


def written(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """Write a template that Danish spreadsheets open as it is: semicolons, and a mark that says UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow([column.headings[0] for column in columns])
    writer.writerows([_as_words(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _as_words(cell: str) -> str:
    """A spreadsheet takes a cell that opens so for a formula; an apostrophe says that it is words."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def _separator_of(headings: str) -> str:
    return max(_SEPARATORS, key=headings.count)


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Give each line that is not empty with its number; a cell in quotes may run over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield reader.line_num, [cell.strip() for cell in cells]
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
            f"{', '.join(_shown(heading) for heading in headings[:_MOST_SHOWN])}."
        )
    return positions


def _shown(heading: str) -> str:
    return f"{heading[:40]}…" if len(heading) > 40 else heading or "(tom)"


def _row(line: int, cells: Sequence[str], positions: Mapping[str, int]) -> TableRow:
    found = {name: cells[position] if position < len(cells) else "" for name, position in positions.items()}
    return TableRow(line=line, cells=found)


def _plain(heading: str) -> str:
    return "".join(sign for sign in heading.casefold() if sign.isalnum())
