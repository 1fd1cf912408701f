"""Spreadsheets that people upload as they are (xlsx): the first sheet becomes the text of a table, cell by cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from rundbord.web.unseen import without_unseen
from rundbord.web.uploaded_tables import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, UnreadableTable, decoded

# A small file can unpack into a huge one; no honest list of ours is this large.
MOST_UNPACKED = 40 * 1024 * 1024
_ZIP = b"PK"


def text_of(content: bytes) -> str:
    """Give an uploaded table as text, whether it was saved as xlsx or as CSV."""
    if not content.startswith(_ZIP):
        return decoded(content)
    if len(content) > MOST_BYTES:
        raise UnreadableTable("Filen er for stor. Den må højst fylde 5 MB.")
    try:
        return without_unseen(_first_sheet(content))
    except UnreadableTable:
        raise
    # The library raises what its parts raise on a broken file; no word of it is for the reader.
    except (
        BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        OSError,
        IndexError,
        SyntaxError,
    ) as error:
        raise UnreadableTable("Regnearket kan ikke læses. Gem det igen som .xlsx eller CSV, og prøv igen.") from error


def _first_sheet(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as packed:
        if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
            raise UnreadableTable("Regnearket er for stort. Slet ark og rækker, der ikke skal indlæses.")
    # As values: a formula is what the spreadsheet last made of it, and nothing is reckoned here.
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows(_lines(book))
    return out.getvalue()


def _lines(book: object) -> Iterator[list[str]]:
    sheet = book.worksheets[0]  # type: ignore[attr-defined]
    for cells in islice(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), MOST_ROWS + 100):
        yield [_words(cell) for cell in cells]


def _words(cell: object) -> str:
    if isinstance(cell, date | datetime):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
