"""Repeats: where incidents are placed, what a place is used to, and what is said of it in Danish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from rundbord.partnership.vocabulary import Audience
from rundbord.patterns import Cell
from rundbord.situation.queries.repeat_incidents import COMMON
from rundbord.situation.rules.placing import Happened, Placed, placed
from rundbord.situation.rules.repeat_table import drawn, stored
from rundbord.situation.rules.repeat_words import NAMES, Counted, cluster_heading, cluster_text, told
from rundbord.situation.rules.repeats import REPEATING, Usual, area_of, is_near, usual_at
from rundbord.situation.vocabulary import Category

TODAY = date(2026, 11, 20)
_BURGLARY = Happened(
    incident_id=uuid4(),
    day=TODAY,
    area_id=None,
    lat=55.73,
    lon=12.45,
    point_precision="point",
    place_key="vangavej",
    town="Gladsaxe",
)
_WITHOUT_POINT = replace(_BURGLARY, lat=None, lon=None, point_precision="")
_SURE = Counted(incidents=120, placed=100, by_street=12, pairs=97, expected=32.9, p=0.001)


def _placed(*, back: int = 0, metres: float = 0.0, area_id: UUID | None = None) -> Placed:
    day = TODAY - timedelta(days=back)
    return Placed(incident_id=uuid4(), day=day, area_id=area_id, east=metres, north=0.0, is_by_street=False)


def test_a_hundredth_of_a_degree_north_is_about_a_kilometre() -> None:
    one, other = placed([_BURGLARY, replace(_BURGLARY, lat=55.74)])

    assert other.north - one.north == pytest.approx(1112, abs=1)
    assert not is_near(one, other)


@pytest.mark.parametrize("precision", ["area", "town"])
def test_a_point_that_stands_for_an_area_places_nothing(precision: str) -> None:
    assert placed([replace(_BURGLARY, point_precision=precision, place_key="")]) == []


def test_a_street_without_a_point_lies_where_another_incident_of_the_street_does() -> None:
    street, point = placed([_WITHOUT_POINT, _BURGLARY])

    assert street.spot == point.spot
    assert (street.is_by_street, point.is_by_street) == (True, False)


def test_a_street_that_nobody_has_a_point_for_is_near_itself_alone() -> None:
    here, again, point, elsewhere, other_town = placed(
        [
            replace(_WITHOUT_POINT, place_key="bygaden"),
            replace(_WITHOUT_POINT, place_key="bygaden"),
            _BURGLARY,
            replace(_WITHOUT_POINT, place_key="skolevej"),
            replace(_WITHOUT_POINT, place_key="bygaden", town="Herlev"),
        ]
    )

    assert is_near(here, again)
    assert not any(is_near(here, other) for other in (point, elsewhere, other_town))


def test_what_has_neither_point_nor_street_is_left_out() -> None:
    assert placed([replace(_WITHOUT_POINT, place_key="")]) == []


def test_what_a_place_is_used_to_is_learned_before_the_last_fourteen_days() -> None:
    spot = _placed()
    past = [_placed(back=back) for back in range(14, 379, 28)]
    current = [_placed(back=back) for back in range(14)]

    usual = usual_at([spot], [*current, *past], ending_on=TODAY)

    assert usual.number == pytest.approx(len(past) * 14 / usual.days)
    assert not usual.is_news(1)
    assert usual.is_news(2)


def test_a_place_that_has_as_much_every_fortnight_is_no_news() -> None:
    past = [_placed(back=back) for back in range(14, 379, 7)]

    assert not usual_at([_placed()], past, ending_on=TODAY).is_news(3)


def test_without_a_quarter_of_past_nothing_is_called_usual_and_all_is_told() -> None:
    usual = usual_at([_placed()], [_placed(back=back) for back in range(14, 60)], ending_on=TODAY)

    assert usual.number is None
    assert usual.is_news(2)


def test_the_area_is_that_of_most_and_of_two_alike_the_newest() -> None:
    first, second = uuid4(), uuid4()

    assert area_of([_placed(area_id=first), _placed(area_id=first), _placed(area_id=second)]) == first
    assert area_of([_placed(area_id=first), _placed(area_id=second)]) == second
    assert area_of([_placed()]) is None


def test_a_sure_pattern_says_how_many_times_what_was_counted_and_how_sure() -> None:
    said = told(Category.BURGLARY, _SURE)

    assert said.answer == (
        "Efter et indbrud er risikoen for et nyt inden for 100 meter og 7 dage 2,9 gange det, man ellers ser."
    )
    assert said.counted.startswith("97 gange er to indbrud sket inden for 100 meter og 7 dage af hinanden.")
    assert "omkring 32,9 gange" in said.counted
    assert said.sure == "Så mange par opstår tilfældigt i højst 1 af 1.000 forsøg. Mønsteret er sikkert."
    assert said.used == (
        "100 af periodens 120 indbrud har et sted og er brugt. Heraf har 12 kun en gade."
        " 20 har intet sted og er ikke med."
    )


@pytest.mark.parametrize(
    ("counted", "answer", "under"),
    [
        (replace(_SURE, p=0.03), "Måske: efter et indbrud", "usikkert"),
        (replace(_SURE, p=0.2), "Et indbrud ses ikke at føre flere med sig", "omkring 20 af 100 forsøg"),
        (replace(_SURE, pairs=20, p=0.97), "Et indbrud ses ikke at føre flere med sig", "ikke flere par"),
        (replace(_SURE, expected=0.4), "for få indbrud tæt på hinanden", "ventes mindst 1"),
        (replace(_SURE, placed=23, pairs=None, expected=None, p=None), "for få indbrud til", "mindst 50"),
    ],
    ids=["maybe", "chance", "fewer than chance", "few close ones", "few at all"],
)
def test_what_is_not_sure_is_not_told_as_if_it_were(counted: Counted, answer: str, under: str) -> None:
    said = told(Category.BURGLARY, counted)

    assert answer in said.answer
    assert under in said.counted + said.sure


def test_all_incidents_that_were_placed_are_said_to_be_all() -> None:
    said = told(Category.FIRE, replace(_SURE, incidents=100, placed=100, by_street=0))

    assert said.used == "Alle 100 brande i perioden har et sted på kortet og er brugt."


def test_every_category_that_is_looked_at_has_its_words() -> None:
    assert set(NAMES) == set(REPEATING)


def test_a_place_is_said_in_two_lines() -> None:
    usual = Usual(number=0.31, days=365)

    assert cluster_heading(Category.BURGLARY, counted=3, days=6, area="Parken") == (
        "Parken: 3 indbrud tæt på hinanden på 6 dage"
    )
    assert cluster_text(usual, first=TODAY - timedelta(days=5), last=TODAY) == (
        "15/11 til 20/11. Hver ligger inden for 100 meter og 7 dage af en anden.\n"
        "Normalt for stedet er omkring 0,3 på 14 dage, målt på 12 måneder."
    )
    assert "Fortiden er for kort" in cluster_text(Usual(number=None, days=40), first=TODAY, last=TODAY)


def test_a_square_is_dark_where_the_pattern_is_strong_and_white_where_it_may_be_chance() -> None:
    near, far = (0.0, 100.0), (400.0, 1000.0)
    drawing = drawn(
        stored(
            [
                Cell(metres=near, days=(0, 7), pairs=31, expected=10.0, p=0.001),
                Cell(metres=near, days=(8, 14), pairs=31, expected=10.0, p=0.2),
                Cell(metres=far, days=(0, 7), pairs=13, expected=10.0, p=0.01),
                Cell(metres=far, days=(8, 14), pairs=2, expected=0.3, p=0.01),
            ]
        )
    )

    assert [row.label for row in drawing.rows] == ["Op til 100 m", "400–1.000 m"]
    assert [name for name, _ in drawing.periods] == ["0–7 dage", "8–14 dage"]
    assert [[square.shade for square in row.squares] for row in drawing.rows] == [[4, 0], [1, 0]]
    assert [[square.number for square in row.squares] for row in drawing.rows] == [["3,1", "3,1"], ["1,3", "–"]]


def test_what_counts_for_everybody_is_what_all_parties_may_read() -> None:
    assert set(COMMON) == {Audience.PARTIES, Audience.PARTNERS}
