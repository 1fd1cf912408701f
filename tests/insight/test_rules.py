"""How two sides' counts compare, and how columns are drawn."""

from __future__ import annotations

from datetime import date

import pytest

from rundbord.insight.queries.area_incidents import first_days
from rundbord.insight.rules.blind_spots import SIDE_OF, Gap, gap_of, is_worth_asking
from rundbord.insight.rules.columns import HEIGHT, WIDTH, columns_of
from rundbord.situation.vocabulary import SourceKind


@pytest.mark.parametrize(
    ("police", "municipality", "gap", "is_asked"),
    [
        (0, 0, Gap.NOBODY, True),
        (5, 0, Gap.ONLY_POLICE, True),
        (2, 0, Gap.FEW, False),
        (0, 3, Gap.ONLY_MUNICIPALITY, True),
        (0, 1, Gap.FEW, False),
        (3, 4, Gap.FEW, False),
        (20, 5, Gap.MOSTLY_POLICE, True),
        (2, 9, Gap.MOSTLY_MUNICIPALITY, True),
        (9, 6, Gap.BOTH, False),
    ],
    ids=[
        "ingen",
        "kun politi",
        "to er få",
        "kun kommune",
        "én er få",
        "syv er få",
        "mest politi",
        "mest kommune",
        "begge",
    ],
)
def test_two_sides_of_an_area_are_compared(police: int, municipality: int, gap: Gap, is_asked: bool) -> None:
    assert gap_of(police=police, municipality=municipality) is gap
    assert is_worth_asking(gap) is is_asked


def test_every_kind_of_source_belongs_to_a_side() -> None:
    assert set(SIDE_OF) == set(SourceKind)


def test_the_highest_column_fills_the_drawing_and_the_smallest_is_seen() -> None:
    columns = columns_of([("jan", 0), ("feb", 1), ("mar", 500)])

    assert [column.height for column in columns] == [0, 2, HEIGHT]
    assert columns[-1].x + columns[-1].width <= WIDTH
    assert columns_of([]) == []
    assert [column.height for column in columns_of([("jan", 0)])] == [0]


def test_a_year_of_months_crosses_the_new_year() -> None:
    days = first_days(date(2026, 2, 14))

    assert (len(days), days[0], days[-1]) == (12, date(2025, 3, 1), date(2026, 2, 1))
