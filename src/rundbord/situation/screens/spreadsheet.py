"""Spreadsheets of plain text: no cell can be a formula or a link, whatever somebody wrote into a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

# Every cell is written as a string; these switches keep XlsxWriter from guessing otherwise.
_ONLY_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST = 60


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A table with a header."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def spreadsheet(*sheets: Sheet, made_at: datetime) -> bytes:
    """Write the sheets as an xlsx file; the same rows in the same minute give the same bytes."""
    stream = BytesIO()
    with Workbook(stream, _ONLY_TEXT) as book:
        book.set_properties({"created": made_at.replace(second=0, microsecond=0, tzinfo=None)})
        bold = book.add_format({"bold": True, "bottom": 1})
        for sheet in sheets:
            _write(book, sheet, bold)
    return stream.getvalue()


def _write(book: Any, sheet: Sheet, bold: Any) -> None:
    page = book.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    page.set_landscape()
    for column, title in enumerate(sheet.header):
        page.write_string(0, column, title, bold)
        page.set_column(column, column, _width(sheet, column))
    for line, row in enumerate(sheet.rows, start=1):
        for column, text in enumerate(row):
            page.write_string(line, column, text)


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(row[column]) for row in sheet.rows), default=0)
    return min(_WIDEST, max(longest, len(sheet.header[column])) + 2)
