"""Pure decisions about invitations and about how long a page keeps words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rundbord.identity.rules import objections_to_accepting, objections_to_declining, still_keeps_words
from rundbord.identity.rules.invitations import ANSWERED, UNIT_CLOSED

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
