"""What may stand on a hand-over list, and what may be taken up from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rundbord.handover.rules import VICTIM, objections_to_line, objections_to_list, objections_to_verdict
from rundbord.handover.vocabulary import LineVerdict
from rundbord.sharing.vocabulary import PersonRole

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("days", "is_refused"),
    [(-1, True), (0, False), (7, False), (8, True)],
    ids=["held", "today", "in a week", "too early"],
)
def test_a_list_is_begun_in_the_week_before_its_meeting(days: int, *, is_refused: bool) -> None:
    assert bool(objections_to_list(meeting_day=TODAY + timedelta(days=days), today=TODAY)) is is_refused


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, None),
        ({"born_on": date(2008, 12, 1)}, None),
        ({"born_on": date(2008, 11, 30)}, "born_on"),
        ({"born_on": TODAY + timedelta(days=1)}, "born_on"),
        ({"seen_on": TODAY + timedelta(days=1)}, "seen_on"),
        ({"seen_on": TODAY - timedelta(days=14)}, None),
        ({"seen_on": TODAY - timedelta(days=15)}, "seen_on"),
        ({"lines": 59}, None),
        ({"lines": 60}, ""),
    ],
)
def test_a_line_is_for_somebody_under_eighteen_and_something_seen_lately(
    changed: dict[str, object], field: str | None
) -> None:
    told = {"born_on": date(2011, 1, 1), "seen_on": TODAY, "today": TODAY, "lines": 0, **changed}

    reasons = objections_to_line(**told)  # type: ignore[arg-type]

    assert list(reasons) == ([] if field is None else [field])


@pytest.mark.parametrize("role", list(PersonRole))
@pytest.mark.parametrize("verdict", list(LineVerdict))
def test_who_was_wronged_is_never_taken_up_and_anybody_can_be_left(verdict: LineVerdict, role: PersonRole) -> None:
    expected = [VICTIM] if (verdict, role) == (LineVerdict.TAKEN_UP, PersonRole.VICTIM) else []

    assert objections_to_verdict(verdict, role=role) == expected
