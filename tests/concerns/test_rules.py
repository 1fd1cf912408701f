"""The pure rules of files on young people, case by case."""

from __future__ import annotations

from datetime import date

import pytest

from rundbord.concerns.rules.bands import age_today
from rundbord.concerns.rules.clocks import Due, days_to_adulthood, due_on, end_of_file, end_put_right
from rundbord.concerns.rules.facts import NewFact, classes_for, last_day_of, objections_to_fact
from rundbord.concerns.rules.levels import level_choices
from rundbord.concerns.rules.notices import NoticeStanding, standing_of
from rundbord.concerns.rules.who import Custody, Who, objections_to_who
from rundbord.concerns.rules.words import objections_to_reason
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.core.cpr import read_cpr
from rundbord.letters import letters_in
from rundbord.partnership.rules.danish_days import working_days_after
from rundbord.sharing.rules.ages import AgeBand
from rundbord.sharing.vocabulary import Capacity, SourceGrade
from rundbord.sharing.vocabulary import InformationClass as Class

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("day", "days", "reached"),
    [
        (date(2026, 11, 30), 5, date(2026, 12, 7)),
        (date(2026, 12, 22), 5, date(2026, 12, 30)),
        (date(2026, 3, 31), 1, date(2026, 4, 1)),
        (date(2026, 4, 1), 1, date(2026, 4, 7)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
    ],
)
def test_working_days_pass_over_weekends_and_holidays(day: date, days: int, reached: date) -> None:
    assert working_days_after(day, days) == reached


@pytest.mark.parametrize(
    ("born_on", "end"),
    [
        (None, date(2027, 11, 30)),
        (date(2012, 5, 1), date(2027, 11, 30)),
        (date(2009, 1, 10), date(2027, 1, 10)),
        (date(2008, 2, 29), date(2027, 11, 30)),
        (date(2009, 11, 30), date(2027, 11, 30)),
        (date(2000, 1, 1), date(2027, 11, 30)),
    ],
)
def test_a_file_ends_within_a_year_and_on_the_eighteenth_birthday(born_on: date | None, end: date) -> None:
    assert end_of_file(born_on, today=TODAY, days=365) == end


def test_a_birthday_that_is_learned_never_moves_the_end_back() -> None:
    assert end_put_right(date(2026, 12, 24), date(2014, 1, 1), today=TODAY) == date(2026, 12, 24)
    assert end_put_right(date(2027, 11, 30), date(2008, 12, 24), today=TODAY) == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("born_on", "days"),
    [
        (None, None),
        (date(2008, 12, 1), 1),
        (date(2008, 11, 30), None),
        (date(1990, 1, 1), None),
        (TODAY, (date(2044, 11, 30) - TODAY).days),
    ],
)
def test_days_to_adulthood_are_counted_by_the_calendar(born_on: date | None, days: int | None) -> None:
    assert days_to_adulthood(born_on, today=TODAY) == days


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 11, 29), Due.OVERDUE),
        (date(2026, 11, 30), Due.SOON),
        (date(2026, 12, 2), Due.SOON),
        (date(2026, 12, 3), Due.LATER),
    ],
)
def test_a_deadline_counts_to_the_end_of_its_day(day: date, due: Due) -> None:
    assert due_on(day, today=TODAY) is due


@pytest.mark.parametrize(
    ("born_on", "band"),
    [
        (date(2016, 12, 1), AgeBand.UNDER_10),
        (date(2016, 11, 30), AgeBand.FROM_10),
        (date(2011, 11, 30), AgeBand.FROM_15),
        (date(2008, 11, 30), AgeBand.FROM_18),
        (date(2003, 11, 30), AgeBand.FROM_23),
    ],
)
def test_each_band_says_what_holds_in_it(born_on: date, band: AgeBand) -> None:
    age = age_today(born_on, today=TODAY)

    assert age is not None
    assert age.band is band
    assert age.now
    assert (age.ahead is None) == (band is AgeBand.FROM_23)
    assert age.is_child == (age.days_to_18 is not None)


def test_without_a_birthday_no_age_is_guessed() -> None:
    assert age_today(None, today=TODAY) is None


@pytest.mark.parametrize(
    ("who", "fields"),
    [
        (Who(name="Ung Eksempel"), set()),
        (Who(name=" - "), {"name"}),
        (Who(name=" ".join(f"Navn{chr(97 + number)}" for number in range(13))), {"name"}),
        (Who(name="Ung", born_on=date(2026, 12, 1)), {"born_on"}),
        (Who(name="Ung", born_on=date(1900, 1, 1)), {"born_on"}),
        (Who(name="Ung", cpr=read_cpr("610112-4321", today=TODAY), born_on=date(2012, 1, 1)), set()),
        (Who(name="Ung", cpr=read_cpr("610112-4321", today=TODAY), born_on=date(2012, 1, 2)), {"born_on"}),
        (Who(name="Ung", custody=(Custody(name="", contact="Ring"),)), {"custody_1"}),
    ],
)
def test_who_somebody_is_must_not_contradict_itself(who: Who, fields: set[str]) -> None:
    assert set(objections_to_who(who, today=TODAY)) == fields


def test_a_birthday_that_was_told_counts_before_the_numbers() -> None:
    assert Who(name="Ung", cpr=read_cpr("610112-4321", today=TODAY)).birthday == date(2012, 1, 1)
    assert Who(name="Ung").birthday is None


def _fact(**changes: object) -> NewFact:
    standard = {
        "kind": FactKind.SEEN,
        "words": "Stod ved kiosken.",
        "information_class": Class.PRIVATE,
        "grade": SourceGrade.SEEN,
        "observed_on": TODAY,
    }
    return NewFact(**{**standard, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fact", "capacity", "is_protected", "fields"),
    [
        (_fact(), Capacity.SSP, False, set()),
        (_fact(words="123 4"), Capacity.SSP, False, {"words"}),
        (_fact(observed_on=None), Capacity.SSP, False, {"observed_on"}),
        (_fact(kind=FactKind.THOUGHT, observed_on=None), Capacity.SSP, False, set()),
        (_fact(observed_on=date(2026, 12, 1)), Capacity.SSP, False, {"observed_on"}),
        (_fact(information_class=Class.OFFENCE), Capacity.SSP, False, {"information_class"}),
        (_fact(information_class=Class.OFFENCE), Capacity.POLICE, False, set()),
        (_fact(information_class=Class.GANG), Capacity.SSP, False, {"information_class"}),
        (_fact(information_class=Class.GANG), Capacity.POLICE, False, set()),
        (_fact(information_class=Class.EXIT), Capacity.POLICE, False, {"information_class"}),
        (_fact(information_class=Class.IDENTITY), Capacity.SSP, False, {"information_class"}),
        (_fact(holds_address=True), Capacity.SSP, True, {"information_class"}),
        (_fact(holds_address=True), Capacity.SSP, False, set()),
        (_fact(holds_address=True, information_class=Class.PROTECTED), Capacity.SSP, True, set()),
    ],
)
def test_what_may_be_noted(fact: NewFact, capacity: Capacity, is_protected: bool, fields: set[str]) -> None:
    found = objections_to_fact(fact, capacity=capacity, has_protected_address=is_protected, today=TODAY)

    assert set(found) == fields


def test_a_unit_that_reads_of_nobody_writes_of_nobody() -> None:
    assert classes_for(Capacity.OVERSIGHT) == []
    assert Class.GANG not in classes_for(Capacity.SCHOOL)


def test_the_polices_word_alone_has_a_last_day_of_its_own() -> None:
    assert last_day_of(Class.GANG, today=TODAY, gang_days=90) == date(2027, 2, 28)
    assert last_day_of(Class.SPECIAL, today=TODAY, gang_days=90) is None


@pytest.mark.parametrize(
    ("state", "is_approved", "recheck_on", "standing"),
    [
        (None, False, None, NoticeStanding.NONE),
        ("given", False, None, NoticeStanding.GIVEN),
        ("deferred", False, TODAY, NoticeStanding.WAITS),
        ("deferred", True, TODAY, NoticeStanding.DEFERRED),
        ("deferred", True, date(2026, 11, 29), NoticeStanding.LAPSED),
        ("deferred", False, date(2026, 11, 29), NoticeStanding.LAPSED),
    ],
)
def test_a_deferral_waits_holds_and_ends_by_itself(
    state: str | None, is_approved: bool, recheck_on: date | None, standing: NoticeStanding
) -> None:
    assert standing_of(state=state, is_approved=is_approved, recheck_on=recheck_on, today=TODAY) is standing


@pytest.mark.parametrize(
    ("text", "enough"), [("", False), ("1234567890!!", False), ("ni bogstav", False), ("ti bogstaver", True)]
)
def test_a_reason_is_made_of_letters(text: str, enough: bool) -> None:
    assert (objections_to_reason(text, fewest=10) == {}) is enough
    assert letters_in("a 1 å") == 2


def test_each_level_has_an_example_and_a_forum_at_the_control() -> None:
    assert [key for key, _ in level_choices()] == ["1", "2", "3", "4"]
    assert all("Fx:" in label and ("forum" in label or "gruppen" in label) for _, label in level_choices())
