"""What is overdue goes further by itself: to the unit, then to its leader, then to the next agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rundbord.partnership.rules.danish_days import working_days_after
from rundbord.tasks.vocabulary import ReminderStep

MOST_DAYS = 60


@dataclass(frozen=True, kw_only=True)
class Climbing:
    """Working days from the deadline to the leader, and from the leader to the agenda."""

    to_leader: int = 3
    to_agenda: int = 5


def steps_due(due_on: date, climbing: Climbing, *, today: date) -> list[ReminderStep]:
    """List who must have been told by today that the deadline has passed, in the order of the steps."""
    leader_on = working_days_after(due_on, climbing.to_leader)
    agenda_on = working_days_after(leader_on, climbing.to_agenda)
    told = ((ReminderStep.LEADER, leader_on), (ReminderStep.AGENDA, agenda_on))
    return [step for step, day in told if due_on < today and day <= today]


def objections_to_climbing(climbing: Climbing) -> dict[str, list[str]]:
    """Give every reason why a rule cannot be, by the field to blame."""
    wrong = [name for name, days in vars(climbing).items() if not 1 <= days <= MOST_DAYS]
    return {name: [f"Skriv et antal arbejdsdage fra 1 til {MOST_DAYS}."] for name in wrong}
