"""Pure decisions about invitations, the second step, the introduction, and how long a page keeps words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rundbord.access.permissions import Permission
from rundbord.identity.rules import (
    is_fresh,
    must_have_second_factor,
    next_step,
    objections_to_accepting,
    objections_to_declining,
    still_keeps_words,
)
from rundbord.identity.rules.introduction import (
    PAGES,
    SITUATIONS,
    Reader,
    Situation,
    explanations_of_wrong,
    reader_in,
)
from rundbord.identity.rules.invitations import ANSWERED, UNIT_CLOSED
from rundbord.identity.vocabulary import NextStep

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("is_waiting", "is_unit_closed", "objections"),
    [(True, False, []), (True, True, [UNIT_CLOSED]), (False, False, [ANSWERED]), (False, True, [ANSWERED])],
)
def test_an_invitation_is_accepted_while_it_waits_and_its_unit_is_open(
    is_waiting: bool, is_unit_closed: bool, objections: list[str]
) -> None:
    assert objections_to_accepting(is_waiting=is_waiting, is_unit_closed=is_unit_closed) == objections


@pytest.mark.parametrize(("is_waiting", "objections"), [(True, []), (False, [ANSWERED])])
def test_an_invitation_is_declined_while_it_waits(is_waiting: bool, objections: list[str]) -> None:
    assert objections_to_declining(is_waiting=is_waiting) == objections


@pytest.mark.parametrize(
    ("ago", "keeps"),
    [
        (timedelta(minutes=16), True),
        (timedelta(hours=64), True),
        (timedelta(days=3), False),
        (timedelta(days=90), False),
    ],
)
def test_a_session_that_lapsed_over_a_weekend_keeps_words_and_an_older_one_does_not(
    ago: timedelta, keeps: bool
) -> None:
    assert still_keeps_words(seen_at=NOW - ago, now=NOW) is keeps


@pytest.mark.parametrize(
    ("is_proved_twice", "has_factor", "must_have", "step"),
    [
        (False, False, False, NextStep.NONE),
        (False, False, True, NextStep.ENROL),
        (False, True, False, NextStep.PROVE),
        (False, True, True, NextStep.PROVE),
        (True, True, True, NextStep.NONE),
        (True, False, True, NextStep.NONE),
    ],
)
def test_who_has_a_second_factor_is_asked_for_it_and_who_must_have_one_sets_it_up(
    *, is_proved_twice: bool, has_factor: bool, must_have: bool, step: NextStep
) -> None:
    assert next_step(is_proved_twice=is_proved_twice, has_factor=has_factor, must_have=must_have) is step


def test_a_second_factor_is_demanded_where_everybody_must_or_the_role_reaches_persons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rundbord.access.assurance.PERSON_ACCESS", frozenset({Permission.SEE_CONFLICTS}))
    conflicts, tasks = frozenset({Permission.SEE_CONFLICTS}), frozenset({Permission.SEE_TASKS})

    assert must_have_second_factor(for_everybody=False, permissions=conflicts)
    assert not must_have_second_factor(for_everybody=False, permissions=tasks)
    assert must_have_second_factor(for_everybody=True, permissions=tasks)


@pytest.mark.parametrize(("minutes", "fresh"), [(0, True), (4, True), (5, False), (60, False)])
def test_a_proof_is_fresh_for_five_minutes(minutes: int, *, fresh: bool) -> None:
    now = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)

    assert is_fresh(proved_at=now - timedelta(minutes=minutes), now=now) is fresh
    assert not is_fresh(proved_at=None, now=now)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.key)
def test_a_situation_has_one_right_answer_and_explains_every_other_with_its_paragraph(situation: Situation) -> None:
    right = [answer for answer in situation.answers if answer.is_right]
    wrong = [answer for answer in situation.answers if not answer.is_right]

    assert right == [situation.right]
    assert len({answer.key for answer in situation.answers}) == 3
    for answer in wrong:
        told = explanations_of_wrong({situation.key: answer.key})[situation.key]
        assert told == [f"{answer.why} ({answer.law})"]
        assert "§" in answer.law or "artikel" in answer.law


def test_the_right_answers_do_not_always_stand_in_the_same_place() -> None:
    places = [situation.answers.index(situation.right) for situation in SITUATIONS]

    assert {places.count(place) for place in range(3)} <= {2, 3}
    assert explanations_of_wrong({each.key: each.right.key for each in SITUATIONS}) == {}


def test_there_are_eight_pages_and_each_says_where_its_rule_is_written() -> None:
    assert len(PAGES) == 8
    assert all(page.law and page.text for page in PAGES)
    assert reader_in("police") is Reader.POLICE
    assert reader_in("housing") is Reader.OTHER
