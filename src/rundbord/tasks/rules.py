"""Deadlines of tasks, and what may be said of one."""

from __future__ import annotations

from datetime import date

from rundbord.tasks.vocabulary import TaskOutcome
from rundbord.vocabulary import Term


class Deadline(Term):
    """Deadline — frist: how a task stands against its day."""

    OVERDUE = "overdue", "Over fristen"
    TODAY = "today", "Frist i dag"
    AHEAD = "ahead", "Frist senere"
    CLOSED = "closed", "Afsluttet"


def deadline_of(*, due_on: date, is_closed: bool, today: date) -> Deadline:
    """Judge a task on a day; the last day is still in time."""
    if is_closed:
        return Deadline.CLOSED
    if due_on < today:
        return Deadline.OVERDUE
    return Deadline.TODAY if due_on == today else Deadline.AHEAD


def objections_to_deadline(due_on: date, *, today: date) -> list[str]:
    """Give every reason why a task cannot be due on a day."""
    return ["Fristen ligger før i dag. Vælg i dag eller en senere dag."] if due_on < today else []


def objections_to_outcome(
    outcome: TaskOutcome, *, is_closed: bool, new_due_on: date | None, text: str, today: date
) -> dict[str, list[str]]:
    """Give every reason why an outcome cannot be told, by the field to blame."""
    objections: dict[str, list[str]] = {}
    if is_closed:
        objections[""] = ["Opgaven er allerede afsluttet. Genindlæs siden for at se, hvad der blev meldt."]
    if outcome == TaskOutcome.POSTPONED:
        objections["new_due_on"] = _postponing(new_due_on, today=today)
    if outcome in {TaskOutcome.DROPPED, TaskOutcome.PARTLY} and not text.strip():
        objections["text"] = ["Skriv kort hvorfor, så de andre parter forstår det."]
    return {field: reasons for field, reasons in objections.items() if reasons}


def _postponing(new_due_on: date | None, *, today: date) -> list[str]:
    if new_due_on is None:
        return ["Vælg den nye frist."]
    return objections_to_deadline(new_due_on, today=today)
