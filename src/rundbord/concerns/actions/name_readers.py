"""Name who reads a fact of the most private classes, and confirm the police's word on gangs."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.fact_parts import refuse_strangers, standing_fact, tell_readers, told_of
from rundbord.concerns.actions.writing import held, today
from rundbord.concerns.models import Fact
from rundbord.concerns.rules.facts import last_day_of
from rundbord.sharing.rules.policy import CAUTIOUS
from rundbord.sharing.vocabulary import InformationClass


def name_readers(fact: Fact, *, readers: Collection[UUID], by: Actor) -> None:
    """Let these colleagues, and nobody else beside the writer, read a fact of the most private classes."""
    standing = held(fact.person, by=by)
    row = standing_fact(fact)
    refuse_strangers(readers, by=by)
    new = set(readers) - set(row.readers)
    Fact.objects.filter(pk=row.pk).update(readers=list(dict.fromkeys(readers)))
    audit.record(Event.FACT_READERS_NAMED, about=row, by=by, details={**told_of(row), "readers": len(set(readers))})
    tell_readers(standing, new, by=by)


def confirm_fact(fact: Fact, *, by: Actor) -> None:
    """Let the police's word on gangs stand for another period (retsplejelovens § 115, stk. 5)."""
    held(fact.person, by=by)
    row = standing_fact(fact)
    if row.information_class != InformationClass.GANG or row.received_under:
        raise Refused("Kun egne oplysninger om tilknytning til bandemiljøet bekræftes på ny.")
    if not row.body:
        raise Refused("Ordene er slettet, fordi fristen var gået. Skriv oplysningen på ny.")
    last = last_day_of(InformationClass.GANG, today=today(), gang_days=CAUTIOUS.gang_fact_days)
    Fact.objects.filter(pk=row.pk).update(confirmed_on=today(), keep_until=last)
    audit.record(Event.FACT_CONFIRMED, about=row, by=by, details=told_of(row))
