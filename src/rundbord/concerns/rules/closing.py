"""How a concern ends, and when what was kept goes: the days are our proposal until they are approved (question C3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rundbord.concerns.vocabulary import ConcernOutcome
from rundbord.letters import letters_in
from rundbord.sharing.rules.ages import end_at_adulthood

_AFTER_NO_ACTION = timedelta(days=30)
_AFTER_NO_CONTACT = timedelta(days=183)
_AFTER_CLOSING = timedelta(days=365)
_DAYS_KEPT = {
    ConcernOutcome.NO_ACTION: _AFTER_NO_ACTION,
    ConcernOutcome.NO_CONTACT: _AFTER_NO_CONTACT,
    ConcernOutcome.ADULT: timedelta(0),
}
# By which rule of deletion an outcome goes, where the authority may have a shorter period.
RULE_OF = {ConcernOutcome.NO_ACTION: "file_no_action", ConcernOutcome.NO_CONTACT: "file_no_contact"}
RULE_OTHERWISE = "file_closed"
_FEWEST_LETTERS = 20
ONLY_LEAD = (
    "Er den unge flyttet, er det den ansvarlige, der afslutter: derefter læser kun den ansvarlige og lederen sagen."
)


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What somebody would close a concern with; `answer` goes to whoever reported it and names nobody.

    `is_reported` where it was a colleague of the own authority; `stopping` says why words of the answer cannot stand.
    """

    outcome: str
    note: str
    answer: str
    is_reported: bool
    is_closed: bool
    open_steps: int
    is_lead: bool = True
    stopping: tuple[str, ...] = ()


def last_day(
    outcome: ConcernOutcome, *, closed_on: date, born_on: date | None, shorter: timedelta | None = None
) -> date:
    """Give the last day of the words, by the outcome; never past the eighteenth birthday (barnets lov is over then).

    `shorter` is a period that the authority has approved; one that is longer changes nothing.
    """
    kept = _DAYS_KEPT.get(outcome, _AFTER_CLOSING)
    ends_on = closed_on + (kept if shorter is None else min(kept, shorter))
    return end_at_adulthood(born_on, today=closed_on, ends_on=ends_on) if born_on else ends_on


def objections_to_closing(closing: Closing) -> Mapping[str, list[str]]:
    """Give every reason why a concern cannot be closed like this, by field."""
    found: dict[str, list[str]] = {}
    if closing.is_closed:
        found[""] = ["Bekymringen er allerede afsluttet."]
    if closing.open_steps:
        found.setdefault("", []).append("Der er åbne indsatser på bekymringen. Afslut dem først.")
    if not closing.outcome:
        found["outcome"] = ["Vælg, hvordan det endte."]
    if closing.outcome == ConcernOutcome.MOVED and not closing.is_lead:
        found["outcome"] = [ONLY_LEAD]
    if letters_in(closing.note) < _FEWEST_LETTERS:
        found["note"] = ["Skriv kort, hvad der er gjort, og hvad den unge og familien selv siger."]
    if closing.is_reported and not closing.answer.strip():
        found["answer"] = ["Skriv et svar til den, der indberettede: at det er set, og hvad der er sket, uden navne."]
    if closing.stopping:
        found.setdefault("answer", []).extend(closing.stopping)
    return found
