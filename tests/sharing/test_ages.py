"""What changes on a birthday, by the calendar in Denmark."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundbord.partnership.rules.danish_days import DENMARK
from rundbord.sharing.rules.ages import (
    CHANGES,
    LIMITS,
    AgeBand,
    adulthood_is_near,
    age_at,
    age_on,
    band_on,
    birthday,
    change_at,
    changes_ahead,
    end_at_adulthood,
    is_adult,
)

DAY = timedelta(days=1)
BORN = date(2010, 6, 15)
LEAP = date(2008, 2, 29)


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2025, 6, 14), 14),
        (date(2025, 6, 15), 15),
        (date(2010, 6, 15), 0),
        (date(2010, 6, 14), -1),
        (date(2009, 1, 1), -1),
    ],
    ids=["the day before", "on the day", "at birth", "not yet born", "a year before birth"],
)
def test_an_age_is_reached_on_the_birthday(day: date, age: int) -> None:
    assert age_on(BORN, day) == age


@pytest.mark.parametrize(
    ("day", "age"),
    [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 28), 19), (date(2028, 2, 29), 20)],
)
def test_whoever_is_born_on_a_leap_day_waits_until_march_in_other_years(day: date, age: int) -> None:
    assert age_on(LEAP, day) == age


def test_the_birthday_begins_at_midnight_in_denmark_and_not_in_london() -> None:
    before = datetime(2028, 6, 14, 23, 59, tzinfo=DENMARK)
    midnight = datetime(2028, 6, 14, 22, 0, tzinfo=UTC)

    assert age_at(BORN, before) == 17
    assert age_at(BORN, midnight) == 18


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (-1, AgeBand.UNDER_10),
        (9, AgeBand.UNDER_10),
        (10, AgeBand.FROM_10),
        (14, AgeBand.FROM_10),
        (15, AgeBand.FROM_15),
        (17, AgeBand.FROM_15),
        (18, AgeBand.FROM_18),
        (22, AgeBand.FROM_18),
        (23, AgeBand.FROM_23),
        (90, AgeBand.FROM_23),
    ],
)
def test_each_age_lies_in_its_band(age: int, band: AgeBand) -> None:
    day = BORN - DAY if age < 0 else birthday(BORN, age=age)

    assert band_on(BORN, day) is band


def test_the_law_changes_on_four_birthdays_and_says_what() -> None:
    assert tuple(CHANGES) == LIMITS
    assert all(sentence.endswith(").") or sentence.endswith(".") for says in CHANGES.values() for sentence in says)
    assert any("115 a" in sentence for sentence in change_at(BORN, 18).says)


def test_birthdays_ahead_are_listed_the_next_one_first() -> None:
    ahead = changes_ahead(BORN, date(2025, 6, 15))

    assert [(change.age, change.on) for change in ahead] == [(18, date(2028, 6, 15)), (23, date(2033, 6, 15))]


def test_nothing_is_ahead_for_a_man_of_thirty() -> None:
    assert changes_ahead(BORN, date(2040, 6, 15)) == []


@pytest.mark.parametrize(
    ("today", "is_near"),
    [
        (date(2028, 3, 16), False),
        (date(2028, 3, 17), True),
        (date(2028, 6, 14), True),
        (date(2028, 6, 15), False),
    ],
    ids=["ninety-one days ahead", "ninety days ahead", "the day before", "it has come"],
)
def test_the_eighteenth_birthday_is_told_in_time(today: date, is_near: bool) -> None:
    assert adulthood_is_near(BORN, today) is is_near


def test_what_is_kept_of_a_child_ends_at_eighteen_at_the_latest() -> None:
    today = date(2028, 5, 1)

    assert end_at_adulthood(BORN, today=today, ends_on=date(2028, 10, 1)) == date(2028, 6, 15)
    assert end_at_adulthood(BORN, today=today, ends_on=date(2028, 5, 9)) == date(2028, 5, 9)
    assert end_at_adulthood(BORN, today=date(2028, 6, 15), ends_on=date(2028, 10, 1)) == date(2028, 10, 1)


def test_an_adult_has_turned_eighteen() -> None:
    assert not is_adult(BORN, date(2028, 6, 14))
    assert is_adult(BORN, date(2028, 6, 15))


@given(born_on=st.dates(date(1920, 1, 1), date(2026, 1, 1)), days=st.integers(0, 36500))
def test_nobody_grows_younger(born_on: date, days: int) -> None:
    day = born_on + timedelta(days=days)

    assert 0 <= age_on(born_on, day + DAY) - age_on(born_on, day) <= 1
    assert birthday(born_on, age=age_on(born_on, day)) <= day
