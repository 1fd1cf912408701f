"""Write down what is known, each thing with class, date, source and grade; words are put right by a newer row."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.writing import held, key_of, own_capacity, part, path_of, sealed, today
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.colleagues import colleagues_of
from rundbord.concerns.rules.facts import NewFact, is_by_name, last_day_of, objections_to_fact
from rundbord.concerns.rules.words import objections_to_reason
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.rules.policy import CAUTIOUS
from rundbord.sharing.vocabulary import InformationClass

_OVERTAKEN = "Oplysningen er rettet eller trukket tilbage imens. Læs den nyeste, før du retter igen."


def write_fact(person: YoungPerson, fact: NewFact, *, by: Actor) -> Fact:
    """Add a fact to a file."""
    standing = held(person, by=by)
    refuse_wrong_facts([fact], has_protected_address=standing.has_protected_address, by=by)
    row = add_fact(standing, fact, by=by)
    audit.record(Event.FACT_WRITTEN, about=row, by=by, details=_told(row))
    return row


def correct_fact(older: Fact, fact: NewFact, *, by: Actor) -> Fact:
    """Put a fact right: the newer row stands from now on and names the older one, which stays."""
    standing = held(older.person, by=by)
    wrong = _standing(older)
    refuse_wrong_facts([fact], has_protected_address=standing.has_protected_address, by=by)
    row = add_fact(standing, fact, replaces=wrong, by=by)
    if is_by_name(row.information_class):
        # Whoever may not read the newer row must not take the older one for standing.
        Fact.objects.filter(pk=wrong.pk).update(withdrawn_at=row.written_at)
    audit.record(Event.FACT_CORRECTED, about=row, by=by, details={**_told(row), "older": str(wrong.pk)})
    return row


def withdraw_fact(fact: Fact, *, reason: str, by: Actor) -> None:
    """Take a fact back, with the reason; it stays, struck through, until the file ends."""
    standing = held(fact.person, by=by)
    row = _standing(fact)
    if unsaid := objections_to_reason(reason):
        raise Refused(unsaid)
    why = sealed(row, "withdrawn_why", reason, key_of(standing))
    Fact.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now(), withdrawn_why=why)
    audit.record(Event.FACT_WITHDRAWN, about=row, by=by, details=_told(row))


def name_readers(fact: Fact, *, readers: Collection[UUID], by: Actor) -> None:
    """Let these colleagues, and nobody else beside the writer, read a fact of the most private classes."""
    standing = held(fact.person, by=by)
    row = _standing(fact)
    _refuse_strangers(readers, by=by)
    new = set(readers) - set(row.readers)
    Fact.objects.filter(pk=row.pk).update(readers=list(dict.fromkeys(readers)))
    audit.record(Event.FACT_READERS_NAMED, about=row, by=by, details={**_told(row), "readers": len(set(readers))})
    _tell_readers(standing, new, by=by)


def confirm_fact(fact: Fact, *, by: Actor) -> None:
    """Let the police's word on gangs stand for another period (retsplejelovens § 115, stk. 5)."""
    held(fact.person, by=by)
    row = _standing(fact)
    if row.information_class != InformationClass.GANG or row.received_under:
        raise Refused("Kun egne oplysninger om tilknytning til bandemiljøet bekræftes på ny.")
    last = last_day_of(InformationClass.GANG, today=today(), gang_days=CAUTIOUS.gang_fact_days)
    Fact.objects.filter(pk=row.pk).update(confirmed_on=today(), keep_until=last)
    audit.record(Event.FACT_CONFIRMED, about=row, by=by, details=_told(row))


def add_fact(person: YoungPerson, fact: NewFact, *, replaces: Fact | None = None, by: Actor) -> Fact:
    """Write the row; the fact has been judged."""
    key = key_of(person)
    is_gang = fact.information_class is InformationClass.GANG
    row = Fact(
        **part(person),
        kind=fact.kind.value,
        information_class=fact.information_class.value,
        grade=fact.grade.value,
        observed_on=fact.observed_on,
        confirmed_on=today() if is_gang else None,
        keep_until=last_day_of(fact.information_class, today=today(), gang_days=CAUTIOUS.gang_fact_days),
        names_others=fact.names_others,
        holds_address=fact.holds_address,
        readers=list(fact.readers) if is_by_name(fact.information_class) else [],
        replaces=replaces,
        received_under=replaces.received_under if replaces else "",
        received_id=replaces.received_id if replaces else None,
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=by.user_name,
    )
    row.body = sealed(row, "body", fact.words, key) or b""
    row.source = sealed(row, "source", fact.source, key)
    row.save(force_insert=True)
    _tell_readers(person, set(row.readers), by=by)
    return row


def refuse_wrong_facts(
    facts: Collection[NewFact], *, has_protected_address: bool, by: Actor, by_kind: bool = False
) -> None:
    """Raise Refused where a fact may not be noted as it is; `by_kind` names the fields of a form that takes several."""
    capacity, found = own_capacity(by), dict[str, list[str]]()
    for fact in facts:
        wrong = objections_to_fact(fact, capacity=capacity, has_protected_address=has_protected_address, today=today())
        found |= {_field(fact, name) if by_kind else name: sentences for name, sentences in wrong.items()}
        _refuse_strangers(fact.readers, by=by)
    if found:
        raise Refused(found)


def _field(fact: NewFact, name: str) -> str:
    return {"words": fact.kind.value, "information_class": f"{fact.kind.value}_class"}.get(name, name)


def _refuse_strangers(readers: Collection[UUID], *, by: Actor) -> None:
    known = {each.user_id for each in colleagues_of(by)}
    if set(readers) - known:
        raise Refused({"readers": ["Vælg læsere blandt kollegerne i din egen enhed."]})


def _standing(fact: Fact) -> Fact:
    row = Fact.objects.select_for_update().filter(pk=fact.pk).first()
    if row is None:
        raise Http404
    if row.withdrawn_at is not None or Fact.objects.filter(replaces=row).exists():
        raise Refused(_OVERTAKEN)
    return row


def _tell_readers(person: YoungPerson, readers: Collection[UUID], *, by: Actor) -> None:
    others = [Recipient(authority_id=by.authority_id, user_id=each) for each in readers if each != by.user_id]
    if others:
        notify(NoticeKind.NAMED_READER, path_of(person), others, by=by)


def _told(row: Fact) -> dict[str, str]:
    return {"person": str(row.person_id), "kind": row.kind, "class": row.information_class}
