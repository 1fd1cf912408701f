"""Periods of reports, and tables of persons that point at nobody."""

from __future__ import annotations

from datetime import date

import pytest

from rundbord.insight.rules.report_periods import half_year, periods_to_report, whole_year
from rundbord.insight.rules.report_tables import read_table, told_table


def test_halves_and_years_have_their_days_and_names() -> None:
    assert (half_year(2026, 1).first, half_year(2026, 1).last) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (half_year(2026, 2).first, half_year(2026, 2).last) == (date(2026, 7, 1), date(2026, 12, 31))
    assert [half_year(2026, 2).label, whole_year(2026).label] == ["2. halvår 2026", "Hele 2026"]


def test_what_has_not_begun_is_not_offered() -> None:
    offered = [each.label for each in periods_to_report(date(2026, 3, 1))]

    assert offered[:3] == ["Hele 2026", "1. halvår 2026", "Hele 2025"]
    assert "2. halvår 2026" not in offered


def test_a_table_is_read_line_by_line() -> None:
    counts, faults = read_table("Gladsaxe 12\nHerlev: 7\n\nAndre kommuner;3")

    assert counts == {"Gladsaxe": 12, "Herlev": 7, "Andre kommuner": 3}
    assert faults == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Gladsaxe", "Linje 1: skriv en betegnelse og et helt tal"),
        ("Herlev 3\nHerlev 4", "Linje 2: »Herlev« står to gange"),
        ("12", "Linje 1: skriv en betegnelse"),
        ("", "Skriv mellem 1 og 40 linjer"),
        (f"{'x' * 80} 4", "Linje 1: betegnelsen er for lang"),
    ],
)
def test_every_fault_names_its_line(text: str, fault: str) -> None:
    _, faults = read_table(text)

    assert any(each.startswith(fault) for each in faults)


def test_what_is_small_is_not_among_what_is_kept() -> None:
    told = told_table({"Gladsaxe": 12, "Herlev": 3, "Ballerup": 9})

    assert told.lines == [("Gladsaxe", "12"), ("Herlev", "under 5"), ("Ballerup", "skjult")]
    assert told.total == "24"
