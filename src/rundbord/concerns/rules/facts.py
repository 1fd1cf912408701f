"""What may be noted of a young person: classes that the unit may make, and named readers for the most private."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from rundbord.concerns.rules.words import objections_to_day
from rundbord.concerns.vocabulary import FactKind
from rundbord.letters import letters_in
from rundbord.sharing.rules.information import may_create
from rundbord.sharing.vocabulary import Capacity, SourceGrade
from rundbord.sharing.vocabulary import InformationClass as Class

# Identity stands in fields of its own, areas in the picture, and exit in a file of its own.
_NEVER_A_FACT = frozenset({Class.AREA, Class.IDENTITY, Class.EXIT})
# Read by the writer and by named readers alone (table A.13).
BY_NAME = frozenset({Class.SPECIAL, Class.GANG, Class.PROTECTED})
_FEWEST_LETTERS = 5


@dataclass(frozen=True, kw_only=True)
class NewFact:
    """One thing to be noted; days are Danish calendar days. What was received keeps its basis, copy and last day."""

    kind: FactKind
    words: str
    information_class: Class
    grade: SourceGrade
    observed_on: date | None = None
    source: str = ""
    names_others: bool = False
    holds_address: bool = False
    is_about_case: bool = False
    readers: frozenset[UUID] = field(default_factory=frozenset)
    received_under: str = ""
    received_id: UUID | None = None
    disclosure_id: UUID | None = None
    taken_line: int | None = None
    taken_key_id: UUID | None = None
    keep_until: date | None = None


def classes_for(capacity: Capacity) -> list[Class]:
    """List the classes that a unit may write down as its own."""
    return [each for each in Class if each not in _NEVER_A_FACT and may_create(capacity, each)]


def is_by_name(information_class: str) -> bool:
    """Tell whether named readers alone read it."""
    return information_class in BY_NAME


def objections_to_fact(
    fact: NewFact, *, capacity: Capacity, has_protected_address: bool, today: date
) -> dict[str, list[str]]:
    """Give every objection by field; what was received stands as it was told, whoever may make such facts."""
    if fact.received_under:
        return {}
    checks = {
        "words": [] if letters_in(fact.words) >= _FEWEST_LETTERS else ["Skriv, hvad der er tale om."],
        "information_class": _class(fact, capacity, has_protected_address),
        **objections_to_day(fact.observed_on, today=today, field="observed_on"),
    }
    if fact.kind is FactKind.SEEN and fact.observed_on is None:
        checks["observed_on"] = ["Skriv, hvilken dag det blev set eller hørt."]
    return {name: sentences for name, sentences in checks.items() if sentences}


def last_day_of(information_class: Class, *, today: date, gang_days: int) -> date | None:
    """Give the last day of a fact that has one of its own: the police's word on gangs (§ 115 stk. 5)."""
    return today + timedelta(days=gang_days) if information_class is Class.GANG else None


def _class(fact: NewFact, capacity: Capacity, has_protected_address: bool) -> list[str]:
    if fact.information_class is Class.GANG and not may_create(capacity, Class.GANG):
        return ["Kun politiet skriver oplysninger om tilknytning til bandemiljøet (retsplejelovens § 115, stk. 5)."]
    if fact.information_class not in classes_for(capacity):
        return ["Den art oplysninger skriver jeres enhed ikke selv. Skriv, hvad der er set, uden at kalde det mere."]
    if fact.holds_address and has_protected_address and fact.information_class is not Class.PROTECTED:
        return ["Adressen er beskyttet. Vælg »Beskyttet adresse eller trussel«, eller lad adressen ude."]
    return []
