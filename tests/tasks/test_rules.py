"""Deadlines and outcomes of tasks."""

from __future__ import annotations

from datetime import date

import pytest

from rundbord.tasks.rules import Deadline, deadline_of, objections_to_outcome
from rundbord.tasks.vocabulary import TaskOutcome

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("due_on", "is_closed", "deadline"),
    [
        (date(2026, 11, 19), False, Deadline.OVERDUE),
        (date(2026, 11, 20), False, Deadline.TODAY),
        (date(2026, 11, 21), False, Deadline.AHEAD),
        (date(2026, 11, 19), True, Deadline.CLOSED),
    ],
    ids=["i går", "i dag er i tide", "i morgen", "afsluttet er aldrig overskredet"],
)
def test_a_task_stands_against_its_day(due_on: date, is_closed: bool, deadline: Deadline) -> None:
    assert deadline_of(due_on=due_on, is_closed=is_closed, today=TODAY) is deadline


def test_every_objection_is_given_at_once() -> None:
    objections = objections_to_outcome(
        TaskOutcome.POSTPONED, is_closed=True, new_due_on=date(2026, 11, 1), text="", today=TODAY
    )

    assert set(objections) == {"", "new_due_on"}


def test_done_needs_no_words() -> None:
    assert not objections_to_outcome(TaskOutcome.DONE, is_closed=False, new_due_on=None, text="", today=TODAY)
