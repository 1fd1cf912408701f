"""Quarters and their closing, when two sides agree, what a view must hold, and when a municipality stands as free."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.rules.gang_free import (
    ALREADY,
    ELSEWHERE,
    NOT_ALL,
    Declared,
    Place,
    can_be_declared,
    holds,
    objections_to_declaring,
)
from rundbord.streetwork.rules.mapped import Mapped, change_in_words, change_of
from rundbord.streetwork.rules.quarters import (
    Quarter,
    objections_to_quarter,
    quarter_in_season,
    quarter_of_key,
    quarter_on,
    reminded_since,
)
from rundbord.streetwork.rules.rubric import FOOTINGS, LEVELS
from rundbord.streetwork.rules.views import objections_to_sentence, objections_to_view
from rundbord.streetwork.vocabulary import ActivityLevel, Change, Footing, KnownFrom, Sign

NONE, SINGLE, RECURRING, ESTABLISHED = ActivityLevel
FOURTH = Quarter(date(2026, 10, 1))
NOW = datetime(2026, 12, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "key", "label"),
    [
        (date(2026, 1, 1), "2026-1", "1. kvartal 2026"),
        (date(2026, 3, 31), "2026-1", "1. kvartal 2026"),
        (date(2026, 4, 1), "2026-2", "2. kvartal 2026"),
        (date(2026, 12, 31), "2026-4", "4. kvartal 2026"),
    ],
)
def test_each_day_lies_in_one_quarter(day: date, key: str, label: str) -> None:
    assert (quarter_on(day).key, quarter_on(day).label) == (key, label)
    assert quarter_of_key(key) == quarter_on(day)


@pytest.mark.parametrize("key", ["2026-5", "2026-0", "1999-1", "2026-4-1", "x", "", "20266-1", "2026-4\n"])
def test_no_other_address_names_a_quarter(key: str) -> None:
    assert quarter_of_key(key) is None


def test_quarters_follow_each_other_across_the_new_year() -> None:
    assert FOURTH.next.key == "2027-1"
    assert FOURTH.next.previous == FOURTH
    assert FOURTH.moved(-8).key == "2024-4"
    assert FOURTH.last_day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("today", "is_open"),
    [
        (date(2026, 9, 30), False),
        (date(2026, 10, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 14), True),
        (date(2027, 1, 15), False),
    ],
    ids=["dagen før", "første dag", "sidste dag", "to uger efter", "afsluttet"],
)
def test_a_quarter_is_open_until_two_weeks_after_it(today: date, is_open: bool) -> None:
    assert FOURTH.is_open(today) is is_open
    assert (objections_to_quarter(FOURTH, today=today) == []) is is_open


@pytest.mark.parametrize(
    ("today", "season"),
    [
        (date(2026, 11, 25), None),
        (date(2026, 11, 26), "2026-4"),
        (date(2027, 1, 14), "2026-4"),
        (date(2027, 1, 15), None),
        (date(2027, 2, 24), "2027-1"),
    ],
)
def test_the_weeks_around_the_end_are_the_season(today: date, season: str | None) -> None:
    found = quarter_in_season(today)

    assert (found.key if found else None) == season


def test_a_season_reminds_when_it_begins_and_when_the_quarter_ends() -> None:
    assert reminded_since(FOURTH, date(2026, 12, 30)) == date(2026, 11, 26)
    assert reminded_since(FOURTH, date(2027, 1, 5)) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("mapped", "level", "is_disputed", "sentence"),
    [
        (Mapped(), None, False, "Ikke kortlagt"),
        (Mapped(police=NONE), None, False, "Politiet: ingen tegn · SSP: mangler"),
        (Mapped(police=SINGLE, ssp=NONE), None, True, "Politiet: enkelte tegn · SSP: ingen tegn"),
        (Mapped(police=SINGLE, ssp=SINGLE), SINGLE, False, "Enkelte tegn"),
    ],
    ids=["ingen", "kun politi", "uenige", "enige"],
)
def test_an_area_is_agreed_when_both_say_the_same(
    mapped: Mapped, level: ActivityLevel | None, is_disputed: bool, sentence: str
) -> None:
    assert (mapped.level, mapped.is_disputed, mapped.sentence) == (level, is_disputed, sentence)


def _both(level: ActivityLevel) -> Mapped:
    return Mapped(police=level, ssp=level)


@pytest.mark.parametrize(
    ("before", "now", "change", "words"),
    [
        (_both(SINGLE), _both(ESTABLISHED), Change.UP, "Op fra enkelte tegn"),
        (_both(RECURRING), _both(NONE), Change.DOWN, "Ned fra tilbagevendende"),
        (_both(NONE), _both(NONE), Change.UNCHANGED, "Uændret"),
        (Mapped(police=NONE, ssp=SINGLE), _both(NONE), Change.NEW, "Ny: ikke enige i kvartalet før"),
        (_both(NONE), Mapped(police=NONE), Change.UNSETTLED, "Ikke afklaret"),
    ],
    ids=["op", "ned", "uændret", "ny", "ikke afklaret"],
)
def test_a_change_is_told_of_what_is_agreed_alone(before: Mapped, now: Mapped, change: Change, words: str) -> None:
    assert change_of(before, now) is change
    assert change_in_words(before, now) == words


REASON = "Gadeteamet har set det tre fredage."


@pytest.mark.parametrize(
    ("level", "signs", "sources", "reason", "fields"),
    [
        (NONE, (), (KnownFrom.OWN_EYES,), REASON, set()),
        (RECURRING, (Sign.DEALING,), (KnownFrom.OWN_EYES,), REASON, set()),
        (NONE, (Sign.DEALING,), (KnownFrom.OWN_EYES,), REASON, {"signs"}),
        (SINGLE, (), (KnownFrom.OWN_EYES,), REASON, {"signs"}),
        (SINGLE, (Sign.DEALING,), (), REASON, {"sources"}),
        (SINGLE, (Sign.DEALING,), (KnownFrom.REPORTS,), "Uro.", {"reason"}),
        (SINGLE, (Sign.DEALING,), (KnownFrom.REPORTS,), "  Det  SAMME som sidst. ", {"reason"}),
        (SINGLE, (), (), "", {"signs", "sources", "reason"}),
    ],
    ids=["ingen tegn", "et tegn", "tegn ved ingen", "intet tegn", "ingen kilde", "for kort", "afskrift", "alt"],
)
def test_every_reason_why_a_view_does_not_stand_is_given(
    *, level: ActivityLevel, signs: tuple[Sign, ...], sources: tuple[KnownFrom, ...], reason: str, fields: set[str]
) -> None:
    objections = objections_to_view(level, signs=signs, sources=sources, reason=reason, said=["Det samme som sidst."])

    assert set(objections) == fields


def test_an_agreed_sentence_says_something() -> None:
    assert objections_to_sentence("Enige.")
    assert not objections_to_sentence("Det er roligt, og vi holder øje.")


def test_the_written_scale_explains_every_level_with_an_example() -> None:
    assert [each.label for each in LEVELS] == [level.label for level in ActivityLevel]
    assert all(each.means and each.example for each in LEVELS)
    assert [each.label for each in FOOTINGS] == [footing.label for footing in Footing]


def _places(*levels: ActivityLevel | None, said_at: datetime = NOW) -> dict[UUID, Place]:
    return {uuid4(): Place(mapped=Mapped(police=level, ssp=level), said_at=said_at) for level in levels}


def test_only_a_municipality_of_quiet_areas_can_be_declared_free() -> None:
    assert can_be_declared(_places(NONE, NONE))
    assert not can_be_declared(_places(NONE, SINGLE))
    assert not can_be_declared(_places(NONE, None))
    assert not can_be_declared({})


def _declared(places: dict[UUID, Place], at: datetime) -> Declared:
    return Declared(side=Side.POLICE, at=at, covers=frozenset(places))


def test_a_declaration_falls_when_an_area_is_judged_anew_or_drawn_while_the_quarter_is_open() -> None:
    places = _places(NONE, NONE)
    later = NOW + timedelta(hours=1)

    assert holds(_declared(places, later), places, is_open=True)
    assert not holds(_declared(places, NOW - timedelta(hours=1)), places, is_open=True)
    assert not holds(_declared(places, later), {**places, **_places(None)}, is_open=True)
    assert holds(_declared(places, later), {**places, **_places(None)}, is_open=False)
    assert not holds(_declared({}, later), places, is_open=False)


@pytest.mark.parametrize(
    ("kind", "is_own", "levels", "declared", "objections"),
    [
        (AuthorityKind.POLICE, False, (NONE,), frozenset(), []),
        (AuthorityKind.MUNICIPALITY, True, (NONE,), frozenset({Side.POLICE}), []),
        (AuthorityKind.MUNICIPALITY, False, (NONE,), frozenset(), [ELSEWHERE]),
        (AuthorityKind.HOUSING, True, (NONE,), frozenset(), [ELSEWHERE]),
        (AuthorityKind.POLICE, False, (NONE, SINGLE), frozenset(), [NOT_ALL]),
        (AuthorityKind.POLICE, False, (NONE,), frozenset({Side.POLICE}), [ALREADY]),
    ],
    ids=["politi", "egen kommune", "anden kommune", "bolig", "ikke alle", "allerede"],
)
def test_who_may_declare_a_municipality_free(
    *,
    kind: AuthorityKind,
    is_own: bool,
    levels: tuple[ActivityLevel, ...],
    declared: frozenset[Side],
    objections: list[str],
) -> None:
    assert objections_to_declaring(_places(*levels), kind=kind, is_own=is_own, declared=declared) == objections
