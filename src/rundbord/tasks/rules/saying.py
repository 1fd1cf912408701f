"""Deadlines of tasks, second looks, and what may be said of a decision."""

from __future__ import annotations

from datetime import date, timedelta

from rundbord.tasks.vocabulary import EffectGrade, ReviewVerdict, TaskOutcome
from rundbord.vocabulary import Term

# How long before its review date a decision shows among those to be looked at again.
REVIEW_IS_NEAR = timedelta(days=14)


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


def objections_to_decision(
    *, due_on: date, review_on: date | None, today: date, is_owner_at_table: bool = True
) -> dict[str, list[str]]:
    """Give every reason why a decision cannot have these days and this owner, by the field to blame."""
    objections = {"due_on": objections_to_deadline(due_on, today=today)}
    if review_on is not None and review_on <= today:
        objections["review_on"] = [
            "Gennemgangen ligger ikke efter i dag. Vælg en senere dag, eller lad feltet stå tomt."
        ]
    if not is_owner_at_table:
        objections["owner"] = ["Enhedens myndighed har ingen plads i forummet og kan ikke læse opgaven. Vælg en anden."]
    return {field: reasons for field, reasons in objections.items() if reasons}


def objections_to_outcome(
    outcome: TaskOutcome,
    *,
    is_closed: bool,
    new_due_on: date | None,
    text: str,
    today: date,
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


def objections_to_effect(effect: str, grade: EffectGrade | None) -> dict[str, list[str]]:
    """An effect is never claimed without saying how it is known, and what was measured is told as a number."""
    effect = effect.strip()
    if effect and grade in {None, EffectGrade.NOT_MEASURED}:
        return {"grade": ["Virkningen kan kun stå her, når den er målt eller skønnet. Vælg det, eller slet teksten."]}
    if grade == EffectGrade.MEASURED and not any(sign.isdigit() for sign in effect):
        return {"effect": ["Skriv, hvad der er målt, og tallet. Er der ikke målt noget, så vælg »Ikke målt«."]}
    if grade == EffectGrade.ESTIMATED and not effect:
        return {"effect": ["Skriv, hvad I skønner, og hvad skønnet bygger på."]}
    return {}


def objections_to_dissent(text: str, *, is_own_unit: bool, may_note: bool) -> dict[str, list[str]]:
    """Give every reason why a disagreement cannot be noted: for other units only whoever may decide does so."""
    objections = {}
    if not text.strip():
        objections["text"] = ["Skriv, hvad enheden var uenig i, og hvorfor."]
    if not (is_own_unit or may_note):
        objections["unit"] = ["Du kan kun notere uenighed for din egen enhed."]
    return objections


def objections_to_review(
    verdict: ReviewVerdict, *, text: str, next_on: date | None, today: date
) -> dict[str, list[str]]:
    """Give every reason why a second look cannot be noted: what no longer holds is explained."""
    objections = {}
    if verdict != ReviewVerdict.STANDS and not text.strip():
        objections["text"] = ["Skriv kort hvorfor, så de andre parter forstår det."]
    if next_on is not None and next_on <= today:
        objections["next_on"] = ["Næste gennemgang ligger ikke efter i dag. Vælg en senere dag."]
    if next_on is not None and verdict == ReviewVerdict.LAPSED:
        objections["next_on"] = ["En beslutning, der ikke længere gælder, skal ikke gennemgås igen."]
    return objections
