"""How many are told of, who can join, and until when names are kept."""

from __future__ import annotations

from datetime import date

import pytest

from rundbord.programmes.rules import (
    delete_on,
    objections_to_cohort,
    objections_to_ending,
    objections_to_joining,
    objections_to_training,
    told_pair,
)
from rundbord.programmes.vocabulary import Ending

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("taken", "completed", "told"),
    [
        (0, 0, ("0", "0")),
        (3, 2, ("under 5", "under 5")),
        (12, 12, ("12", "12")),
        (12, 6, ("12", "6")),
        (12, 3, ("12", "under 5")),
        (12, 10, ("12", "mindst 5")),
    ],
    ids=["ingen", "få", "alle", "halvdelen", "få gennemførte", "få stoppede"],
)
def test_nobody_can_reckon_how_many_few_were(taken: int, completed: int, told: tuple[str, str]) -> None:
    assert told_pair(taken, completed) == told


def test_a_course_has_an_end_after_its_beginning_and_places() -> None:
    reasons = objections_to_cohort(starts_on=TODAY, ends_on=date(2026, 11, 29), places=0)

    assert set(reasons) == {"ends_on", "seat_count"}


@pytest.mark.parametrize(
    ("taken", "is_closed", "field"),
    [(11, False, None), (12, False, ""), (0, True, "")],
    ids=["plads", "fuldt", "lukket"],
)
def test_a_course_takes_as_many_as_it_has_places(taken: int, *, is_closed: bool, field: str | None) -> None:
    reasons = objections_to_joining(taken=taken, places=12, is_closed=is_closed, consent_on=None, today=TODAY)

    assert list(reasons) == ([] if field is None else [field])


def test_a_consent_of_tomorrow_is_none() -> None:
    reasons = objections_to_joining(taken=0, places=1, is_closed=False, consent_on=date(2026, 12, 1), today=TODAY)

    assert list(reasons) == ["consent_on"]


def test_nobody_completes_without_a_consent_and_nobody_ends_twice() -> None:
    assert objections_to_ending(Ending.COMPLETED, has_consent=False, has_ended=False)
    assert not objections_to_ending(Ending.LEFT, has_consent=False, has_ended=False)
    assert objections_to_ending(Ending.LEFT, has_consent=True, has_ended=True)


def test_names_go_half_a_year_after_the_last_day() -> None:
    assert delete_on(date(2026, 1, 1)) == date(2026, 6, 30)


def test_training_has_been_and_ends_later() -> None:
    reasons = objections_to_training(trained_on=date(2026, 12, 1), holds_until=date(2026, 11, 1), today=TODAY)

    assert set(reasons) == {"trained_on", "holds_until"}
