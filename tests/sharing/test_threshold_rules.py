"""What may be asked without a name, and by when it is answered."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from rundbord.sharing.rules.threshold import (
    Asking,
    QuestionState,
    Sign,
    Tried,
    closing_day,
    is_reminded_on,
    objections_to_asking,
    objections_to_words,
    share_in_words,
    state_of,
)

UNIT = uuid4()


def _asking(**changed: Any) -> Asking:
    return Asking(
        **{
            "signs": [Sign.GROUP],
            "tried": [Tried.TALK],
            "units": [UNIT],
            "askable": frozenset({UNIT}),
            **changed,
        }
    )


def test_a_few_signs_something_tried_and_a_unit_may_be_asked() -> None:
    assert objections_to_asking(_asking()) == {}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"signs": []}, "signs"),
        ({"signs": list(Sign)[:5]}, "signs"),
        ({"tried": []}, "tried"),
        ({"tried": [Tried.NOTHING, Tried.TALK]}, "tried"),
        ({"units": []}, "units"),
        ({"units": [uuid4()]}, "units"),
        ({"units": [UNIT] * 7}, "units"),
        ({"words": "Se sag 26-1234."}, "words"),
    ],
)
def test_what_is_missing_or_too_much_is_said_beside_its_field(changed: dict[str, Any], field: str) -> None:
    assert list(objections_to_asking(_asking(**changed))) == [field]


@pytest.mark.parametrize("words", ["J.nr. 2026-77", "ring 4455 6677", "hus 123", "12.3.26", "den 4/11-26"])
def test_nothing_that_could_be_looked_up_may_stand_in_free_words(words: str) -> None:
    assert objections_to_words(words)


@pytest.mark.parametrize(
    "words", ["", "Kommer sjældent i skole.", "Ude efter kl. 22 flere gange om ugen, 3 gange i alt."]
)
def test_ordinary_words_and_small_numbers_may(words: str) -> None:
    assert objections_to_words(words) == []


@pytest.mark.parametrize(
    ("asked_on", "closes_on"),
    [
        (date(2026, 11, 30), date(2026, 12, 3)),
        (date(2026, 12, 3), date(2026, 12, 8)),
        (date(2026, 12, 5), date(2026, 12, 9)),
        (date(2026, 12, 22), date(2026, 12, 28)),
    ],
)
def test_three_working_days_are_counted_by_the_danish_calendar(asked_on: date, closes_on: date) -> None:
    assert closing_day(asked_on) == closes_on


def test_units_are_reminded_on_the_last_day_alone() -> None:
    last = date(2026, 12, 3)

    assert [is_reminded_on(date(2026, 12, day), closes_on=last) for day in (2, 3, 4)] == [False, True, False]


def test_a_decision_is_the_state_whatever_was_answered() -> None:
    assert state_of(is_settled=False, upshot="") is QuestionState.OPEN
    assert state_of(is_settled=True, upshot="") is QuestionState.SETTLED
    assert state_of(is_settled=True, upshot="not_taken_up") is QuestionState.NOT_TAKEN_UP


def test_small_numbers_are_not_told() -> None:
    assert share_in_words(decided=None, refused=None) == "For få til at vise"
    assert share_in_words(decided=0, refused=0) == "Ingen afgjort endnu"
    assert share_in_words(decided=8, refused=6) == "6 af 8 (75 %)"
