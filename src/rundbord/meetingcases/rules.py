"""Who may be in the room for a case, and what an outcome needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from uuid import UUID

from rundbord.concerns.vocabulary import NextStep
from rundbord.meetingcases.vocabulary import CaseDecision

Reasons = dict[str, list[str]]

FARTHEST = timedelta(days=90)
# What a decision lets the own file wait for, so that one deadline is written once.
NEXT_STEPS: Mapping[CaseDecision, NextStep] = MappingProxyType(
    {
        CaseDecision.TALK: NextStep.TALK,
        CaseDecision.VISIT: NextStep.VISIT,
        CaseDecision.NETWORK: NextStep.OWN,
        CaseDecision.UNDERRETNING: NextStep.UNDERRETNING,
        CaseDecision.OFFER: NextStep.OWN,
        CaseDecision.OWN: NextStep.OWN,
        CaseDecision.AGAIN: NextStep.WAIT,
        CaseDecision.CLOSE: NextStep.CLOSE,
    }
)


@dataclass(frozen=True, kw_only=True)
class Room:
    """Units with a seat in the individual part, and those of them that know whom the case is about."""

    seated: frozenset[UUID]
    told: frozenset[UUID]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What was decided; `due_on` is a Danish day; `present` are units, the own one included."""

    decision: CaseDecision
    responsible: UUID | None
    due_on: date | None
    present: Collection[UUID]


def objections_to_outcome(outcome: Outcome, *, room: Room, own_unit: UUID, today: date) -> Reasons:
    """Give every reason why an outcome cannot be noted, by the field to blame."""
    present, waits = set(outcome.present), outcome.decision.waits
    checks = [
        ("present", "Din egen enhed sad der, når I noterer sagen.", own_unit not in present),
        (
            "present",
            "En af enhederne har ingen plads i den individuelle del.",
            bool(present - room.seated - {own_unit}),
        ),
        (
            "present",
            "En af enhederne har ikke fået sagen og skal have forladt rummet. Giv den videre først.",
            bool((present & room.seated) - room.told - {own_unit}),
        ),
        (
            "present",
            "Ingen andre var med. Så er det jeres egen beslutning, og den hører til i sagen.",
            present == {own_unit},
        ),
        ("responsible", "Vælg, hvilken enhed der gør det.", waits and outcome.responsible is None),
        (
            "responsible",
            "Den enhed var ikke med i sagen.",
            outcome.responsible is not None and outcome.responsible not in present,
        ),
        ("due_on", "Vælg fristen.", waits and outcome.due_on is None),
        (
            "due_on",
            "Vælg en dag fra i dag til højst tre måneder frem.",
            outcome.due_on is not None and not today <= outcome.due_on <= today + FARTHEST,
        ),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons
