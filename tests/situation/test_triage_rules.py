"""What triage proposes, whom a row reaches, and which accounts look alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.accounts import Account, telling_words
from rundbord.situation.rules.duplicates import likeness
from rundbord.situation.rules.incident_facts import IncidentFacts, changed_fields, objections_to
from rundbord.situation.rules.reach import Reach, is_within
from rundbord.situation.rules.triage import (
    folded_categories,
    is_confirmed_by,
    moment_of,
    proposed_category,
    proposed_heading,
)
from rundbord.situation.vocabulary import Category, SourceKind, TimePrecision

TEN = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
GLADSAXE, HERLEV = UUID(int=1), UUID(int=2)
TEAM, OTHER_TEAM = UUID(int=3), UUID(int=4)


@pytest.mark.parametrize(
    ("told", "proposed"),
    [
        (("Hærværk mod busskur", "hærværk", "To ruder.", "Parken"), "Hærværk mod busskur"),
        (("", "brand", "En container brændte.", "Stationen"), "Brand, Stationen"),
        (("", "", "Unge med knallerter. De kørte igen.", ""), "Unge med knallerter"),
        (("", "", "", "Parken"), "Andet, Parken"),
        (("", "andet", "en to tre fire fem seks syv otte ni ti", ""), "en to tre fire fem seks syv otte ni …"),
    ],
)
def test_a_heading_is_proposed(told: tuple[str, str, str, str], proposed: str) -> None:
    heading, category, text, place = told

    assert proposed_heading(heading=heading, category=category, text=text, place=place) == proposed


def test_an_observation_without_category_is_something_else() -> None:
    assert proposed_category("") is Category.OTHER
    assert proposed_category("røveri") is Category.ROBBERY


@pytest.mark.parametrize(("source", "confirmed"), [("police", True), ("press_report", True), ("street", False)])
def test_only_the_police_confirm_by_themselves(source: str, confirmed: bool) -> None:
    assert is_confirmed_by(SourceKind(source)) is confirmed


def test_lists_sort_by_start_else_end_else_arrival() -> None:
    later = TEN + timedelta(hours=1)

    assert moment_of(starts_at=TEN, ends_at=later, arrived_at=later) == TEN
    assert moment_of(starts_at=None, ends_at=later, arrived_at=TEN) == later
    assert moment_of(starts_at=None, ends_at=None, arrived_at=TEN) == TEN


def test_traffic_is_folded_until_the_partnership_says_otherwise() -> None:
    assert folded_categories({}) == {Category.TRAFFIC}
    assert folded_categories({"færdsel": False, "bedrageri": True}) == {Category.FRAUD}


def _reach(authority: UUID, audience: Audience, unit: UUID = TEAM) -> Reach:
    return Reach(authority_id=authority, unit_id=unit, audience=audience)


@pytest.mark.parametrize(
    ("report", "incident", "fits"),
    [
        (_reach(GLADSAXE, Audience.PARTIES), _reach(HERLEV, Audience.PARTIES), True),
        (_reach(GLADSAXE, Audience.POLICE), _reach(HERLEV, Audience.PARTIES), True),
        (_reach(GLADSAXE, Audience.PARTNERS), _reach(HERLEV, Audience.PARTIES), False),
        (_reach(GLADSAXE, Audience.PARTIES), _reach(GLADSAXE, Audience.POLICE), False),
        (_reach(GLADSAXE, Audience.POLICE), _reach(HERLEV, Audience.POLICE), False),
        (_reach(GLADSAXE, Audience.AUTHORITY), _reach(GLADSAXE, Audience.POLICE), True),
        (_reach(GLADSAXE, Audience.UNIT), _reach(GLADSAXE, Audience.UNIT), True),
        (_reach(GLADSAXE, Audience.UNIT), _reach(GLADSAXE, Audience.UNIT, OTHER_TEAM), False),
        (_reach(GLADSAXE, Audience.UNIT), _reach(GLADSAXE, Audience.AUTHORITY, OTHER_TEAM), True),
    ],
)
def test_a_report_fits_where_all_its_readers_read(report: Reach, incident: Reach, fits: bool) -> None:
    assert is_within(report, incident) is fits


def test_facts_are_refused_with_every_reason_by_field() -> None:
    facts = IncidentFacts(heading=" ", category="vold", starts_at=TEN, ends_at=TEN - timedelta(hours=1), lat=55.7)

    assert set(objections_to(facts)) == {"heading", "ends_at", "lat"}


def test_two_revisions_differ_by_field() -> None:
    before = IncidentFacts(heading="Uro", category="uro", starts_at=TEN).as_json()
    after = IncidentFacts(heading="Uro", category="vold", starts_at=TEN, area_id=TEAM).as_json()

    assert changed_fields(before, after) == ["category", "area_id"]


def _account(key: str = "a", **known: object) -> Account:
    told: dict[str, object] = {"category": "hærværk", "starts_at": TEN, "street": "storegade", **known}
    return Account(key=key, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        ({"starts_at": TEN + timedelta(minutes=20)}, ("samme gade", "20 minutter imellem", "samme kategori")),
        ({"starts_at": TEN + timedelta(minutes=1)}, ("samme gade", "1 minut imellem", "samme kategori")),
        ({"category": "uro"}, ("samme gade", "samme tid", "beslægtede kategorier")),
        ({"category": "bedrageri"}, ("samme gade", "samme tid")),
        ({"category": "brand"}, ("samme gade", "samme tid", "beslægtede kategorier")),
        ({"category": ""}, ("samme gade", "samme tid")),
        (
            {"starts_at": TEN + timedelta(hours=4), "precision": TimePrecision.PART_OF_DAY},
            ("samme gade", "4 timer imellem", "samme kategori"),
        ),
    ],
)
def test_a_likely_duplicate_is_explained_in_words(other: dict[str, object], reasons: tuple[str, ...]) -> None:
    found = likeness(_account(), _account("b", **other))

    assert found is not None
    assert found.reasons == reasons


@pytest.mark.parametrize(
    "other",
    [
        {"starts_at": TEN + timedelta(hours=5)},
        {"starts_at": None},
        {"street": "lillegade"},
        {"street": "", "area": "parken"},
    ],
    ids=["another time", "no time", "another street", "no place in common"],
)
def test_what_speaks_against_one_event_suggests_nothing(other: dict[str, object]) -> None:
    assert likeness(_account(), _account("b", **other)) is None


@pytest.mark.parametrize(
    ("metres_east", "said"),
    [(0.00001, "samme sted"), (0.0016, "100 meter imellem"), (0.008, "500 meter imellem")],
)
def test_points_are_compared_by_distance(metres_east: float, said: str) -> None:
    one = _account(street="", point=(55.73, 12.4))
    other = _account("b", street="", point=(55.73, 12.4 + metres_east))

    found = likeness(one, other)

    assert found is not None
    assert found.reasons[0] == said


def test_points_far_apart_are_two_events() -> None:
    one = _account(street="", point=(55.73, 12.4))

    assert likeness(one, _account("b", street="", point=(55.75, 12.45))) is None


def test_the_same_area_but_another_street_is_a_weak_sign() -> None:
    one = _account(area="parken")
    same_street, other_street = _account("b", area="parken"), _account("c", area="parken", street="lillegade")

    same, other = likeness(one, same_street), likeness(one, other_street)

    assert same is not None
    assert other is not None
    assert other.score < same.score


def test_an_interval_that_overlaps_is_the_same_time() -> None:
    night = _account(starts_at=TEN, ends_at=TEN + timedelta(hours=8))

    found = likeness(night, _account("b", starts_at=TEN + timedelta(hours=3)))

    assert found is not None
    assert "samme tid" in found.reasons


def test_a_date_alone_covers_the_day() -> None:
    day = _account(starts_at=TEN - timedelta(hours=22), precision=TimePrecision.DATE)

    found = likeness(day, _account("b"))

    assert found is not None
    assert "samme tid" in found.reasons


def test_common_words_count_and_little_words_do_not() -> None:
    assert telling_words("De unge var ved stationen med knallerter") == {"unge", "statio", "knalle"}

    one = _account(words=telling_words("Ruder knust i busskuret"))
    other = _account("b", words=telling_words("Busskuret fik knust sine ruder"))
    found = likeness(one, other)

    assert found is not None
    assert "3 fælles ord" in found.reasons
