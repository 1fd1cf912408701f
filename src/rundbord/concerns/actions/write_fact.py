"""Write down what is known, each thing with class, date, source and grade; words are put right by a newer row."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.fact_parts import refuse_strangers, sealed_words, standing_fact, tell_readers, told_of
from rundbord.concerns.actions.judge_ground import judge_ground
from rundbord.concerns.actions.writing import held, own_capacity, part, sealed, today
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.grounds import ground_of
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.rules.facts import NewFact, is_by_name, last_day_of, objections_to_fact
from rundbord.concerns.rules.words import objections_to_reason
from rundbord.sharing.rules.policy import CAUTIOUS
from rundbord.sharing.vocabulary import InformationClass


def write_fact(person: YoungPerson, fact: NewFact, *, by: Actor) -> Fact:
    """Add a fact to a file."""
    standing = held(person, by=by)
    refuse_wrong_facts([fact], has_protected_address=standing.has_protected_address, by=by)
    before = ground_of(standing)
    row = add_fact(standing, fact, by=by)
    audit.record(Event.FACT_WRITTEN, about=row, by=by, details=told_of(row))
    judge_ground(standing, before, is_kept=True, by=by)
    return row


def correct_fact(older: Fact, fact: NewFact, *, by: Actor) -> Fact:
    """Put a fact right: the newer row stands from now on and names the older one, which stays."""
    standing = held(older.person, by=by)
    wrong = standing_fact(older)
    refuse_wrong_facts([fact], has_protected_address=standing.has_protected_address, by=by)
    before = ground_of(standing)
    row = add_fact(standing, fact, replaces=wrong, by=by)
    if is_by_name(row.information_class):
        # Whoever may not read the newer row must not take the older one for standing.
        Fact.objects.filter(pk=wrong.pk).update(withdrawn_at=row.written_at)
    audit.record(Event.FACT_CORRECTED, about=row, by=by, details={**told_of(row), "older": str(wrong.pk)})
    judge_ground(standing, before, is_kept=True, by=by)
    return row


def withdraw_fact(fact: Fact, *, reason: str, by: Actor) -> None:
    """Take a fact back, with the reason; it stays, struck through, until the file ends."""
    standing = held(fact.person, by=by)
    row = standing_fact(fact)
    if unsaid := objections_to_reason(reason):
        raise Refused(unsaid)
    why = sealed_words(row, "withdrawn_why", reason, key_of(standing))
    Fact.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now(), withdrawn_why=why)
    audit.record(Event.FACT_WITHDRAWN, about=row, by=by, details=told_of(row))


def add_fact(person: YoungPerson, fact: NewFact, *, replaces: Fact | None = None, by: Actor) -> Fact:
    """Write the row; the fact has been judged. What puts a received one right is bound to the same copy."""
    is_own_gang = fact.information_class is InformationClass.GANG and not fact.received_under
    row = Fact(
        **part(person),
        kind=fact.kind.value,
        information_class=fact.information_class.value,
        grade=fact.grade.value,
        observed_on=fact.observed_on,
        confirmed_on=today() if is_own_gang else None,
        names_others=fact.names_others,
        holds_address=fact.holds_address,
        is_about_case=replaces.is_about_case if replaces is not None else fact.is_about_case,
        readers=list(fact.readers) if is_by_name(fact.information_class) else [],
        replaces=replaces,
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=by.user_name,
        **_bound_to(replaces if replaces is not None and replaces.received_under else fact),
    )
    key = key_of(person)
    row.body = sealed_words(row, "body", fact.words, key)
    row.source = sealed(row, "source", fact.source, key)
    row.save(force_insert=True)
    tell_readers(person, set(row.readers), by=by)
    return row


def _bound_to(origin: NewFact | Fact) -> dict[str, Any]:
    """Give where a fact came from and until when it stands: its own last day, or that of the copy."""
    names = ("received_under", "received_id", "disclosure_id", "taken_line", "taken_key_id", "keep_until")
    bound = {name: getattr(origin, name) for name in names}
    if isinstance(origin, NewFact) and not origin.received_under and not origin.keep_until:
        bound["keep_until"] = _own_last_day(origin)
    return bound


def _own_last_day(fact: NewFact) -> date | None:
    return last_day_of(fact.information_class, today=today(), gang_days=CAUTIOUS.gang_fact_days)


def refuse_wrong_facts(
    facts: Collection[NewFact], *, has_protected_address: bool, by: Actor, by_kind: bool = False
) -> None:
    """Raise Refused where a fact may not be noted as it is; `by_kind` names the fields of a form that takes several."""
    capacity, found = own_capacity(by), dict[str, list[str]]()
    for fact in facts:
        wrong = objections_to_fact(fact, capacity=capacity, has_protected_address=has_protected_address, today=today())
        found |= {_field(fact, name) if by_kind else name: sentences for name, sentences in wrong.items()}
        refuse_strangers(fact.readers, by=by)
    if found:
        raise Refused(found)


def _field(fact: NewFact, name: str) -> str:
    return {"words": fact.kind.value, "information_class": f"{fact.kind.value}_class"}.get(name, name)
