"""Tables as Danish spreadsheets save them."""

from __future__ import annotations

import pytest

from rundbord.web.uploaded_tables import Column, UnreadableTable, decoded, table_rows, written

COLUMNS = (
    Column(name="street", headings=("Gade", "Vej", "Vejnavn")),
    Column(name="area", headings=("Område", "Bydel")),
    Column(name="note", headings=("Bemærkning",), is_required=False),
)


@pytest.mark.parametrize(
    "content",
    [
        "Gade;Område\nÆblevej;Østbyen\n".encode("utf-8-sig"),
        "Gade;Område\r\nÆblevej;Østbyen\r\n".encode("cp1252"),
        "VEJNAVN,bydel\nÆblevej,Østbyen\n".encode(),
        "Bydel\tVej navn\nØstbyen\tÆblevej\n".encode(),
        '\n"Gade";"Område"\n;;\n"Æblevej";"Østbyen"\n'.encode(),
    ],
)
def test_letters_separators_and_headings_vary_and_the_row_is_the_same(content: bytes) -> None:
    rows = table_rows(decoded(content), COLUMNS)

    assert [dict(row.cells) for row in rows] == [{"street": "Æblevej", "area": "Østbyen"}]


def test_a_row_knows_its_line_and_may_lack_cells() -> None:
    rows = table_rows("Gade;Område;Bemærkning\n\nÆblevej;Østbyen\n", COLUMNS)

    assert rows[0].line == 3
    assert rows[0].cells == {"street": "Æblevej", "area": "Østbyen", "note": ""}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Tabellen er tom"),
        ("Gade;Område\n", "Tabellen er tom"),
        ("Gade;By\nÆblevej;Herlev\n", "Kolonnen »Område« mangler. Overskrifterne i filen er: Gade, By."),
        ("Gade;Område\n" + "Æblevej;Østbyen\n" * 1001, "højst have 1000 rækker"),
        (";".join(["Gade", "Område", *map(str, range(10_000))]) + "\nÆblevej;Østbyen\n", "højst have 200"),
        ("\n".join(["Gade;By", *["a" * 200_000 + ";b"] * 3]), "kan ikke læses"),
        ("Gade;Område\nÆblevej;a@" + "." * 2000 + "@\n", "Linje 2 har en celle"),
        (";".join("x" * 90 for _ in range(150)) + "\nÆblevej\n", "x{40}…"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(UnreadableTable, match=reason):
        table_rows(text, COLUMNS)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04regneark", "Gem regnearket som CSV"),
        (b"a" * 5_300_000, "for stor"),
        (b"Gade;By\n\0;b", "ikke en tekstfil"),
    ],
)
def test_a_file_that_is_no_table_says_what_to_do(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTable, match=reason):
        decoded(content)


def test_the_template_can_be_read_back() -> None:
    content = written(COLUMNS, [["Æblevej", "Østbyen", ""]])

    rows = table_rows(decoded(content), COLUMNS)

    assert rows[0].cells["street"] == "Æblevej"


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_written_as_words(cell: str) -> None:
    content = written(COLUMNS, [["Æblevej", cell, ""]])

    assert f";'{cell[:2]}" in content.decode("utf-8-sig")


def test_signs_that_turn_the_direction_of_reading_are_left_out_of_a_table() -> None:
    [row] = table_rows(decoded("Gade;Område\nÆble\u202evej;Øst\u2066byen\n".encode()), COLUMNS)

    assert (row.cells["street"], row.cells["area"]) == ("Æblevej", "Østbyen")
