"""Who may have been in the room for a case, and what an outcome needs."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from rundbord.meetingcases.rules import NEXT_STEPS, Outcome, Room, objections_to_outcome
from rundbord.meetingcases.vocabulary import CaseDecision

TODAY = date(2026, 11, 30)
OWN, TOLD, UNTOLD, STRANGER = uuid4(), uuid4(), uuid4(), uuid4()
ROOM = Room(seated=frozenset({OWN, TOLD, UNTOLD}), told=frozenset({TOLD}))


def _objections(**changed: object) -> list[str]:
    told: dict[str, object] = {
        "decision": CaseDecision.TALK,
        "responsible": OWN,
        "due_on": TODAY + timedelta(days=7),
        "present": [OWN, TOLD],
        **changed,
    }
    outcome = Outcome(**told)  # type: ignore[arg-type]
    return sorted(objections_to_outcome(outcome, room=ROOM, own_unit=OWN, today=TODAY))


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, []),
        ({"responsible": TOLD}, []),
        ({"present": [OWN, TOLD, UNTOLD]}, ["present"]),
        ({"present": [OWN, TOLD, STRANGER]}, ["present"]),
        ({"present": [TOLD], "responsible": TOLD}, ["present"]),
        ({"present": [OWN]}, ["present"]),
        ({"responsible": UNTOLD}, ["responsible"]),
        ({"responsible": None}, ["responsible"]),
        ({"due_on": None}, ["due_on"]),
        ({"due_on": TODAY - timedelta(days=1)}, ["due_on"]),
        ({"due_on": TODAY + timedelta(days=91)}, ["due_on"]),
        ({"decision": CaseDecision.NOTHING, "responsible": None, "due_on": None}, []),
    ],
)
def test_only_those_who_were_told_sat_there_and_a_decision_has_an_owner_and_a_day(
    changed: dict[str, object], fields: list[str]
) -> None:
    assert _objections(**changed) == fields


def test_every_decision_that_waits_says_what_the_file_waits_for() -> None:
    assert set(NEXT_STEPS) == {each for each in CaseDecision if each.waits}
