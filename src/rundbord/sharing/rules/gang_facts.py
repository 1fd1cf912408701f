"""Retsplejeloven § 115 stk. 5: affiliation with gang milieus, and a relative's conviction under straffeloven § 81 a.

Only the police make such a fact; named readers alone read it, under a banner; it lapses unless the police confirm it
again, and it goes no further.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.policy import LocalPolicy
from rundbord.sharing.rules.proposals import Fact, Proposal
from rundbord.sharing.vocabulary import Capacity, InformationClass

BANNER = (
    "Oplysninger om bandemiljøet efter retsplejelovens § 115, stk. 5. Du har tavshedspligt om dem."
    " De må ikke gives videre, heller ikke til familien, skolen eller kolleger, der ikke er navngivet."
)


def may_create(capacity: Capacity) -> bool:
    """Tell who may write a fact of this class down as its own."""
    return capacity == Capacity.POLICE


def may_read(reader: str, *, named: frozenset[str]) -> bool:
    """Tell whether a user reads it: named, or not at all."""
    return reader in named


def last_day(confirmed_on: date, policy: LocalPolicy) -> date:
    """Give the last day on which the police's word stands without being confirmed again."""
    return confirmed_on + timedelta(days=policy.gang_fact_days)


def stands_on(day: date, *, confirmed_on: date | None, policy: LocalPolicy) -> bool:
    """Tell whether the police's word stands on a day; a word never confirmed, or from tomorrow, does not."""
    return confirmed_on is not None and confirmed_on <= day <= last_day(confirmed_on, policy)


def gang_fact(fact: Fact, proposal: Proposal) -> Iterator[Kind]:
    """Judge where such a fact comes from and whether it still stands."""
    if fact.received_under is not None:
        yield Kind.GANG_ONWARD
    elif not may_create(proposal.sender.capacity):
        yield Kind.GANG_NOT_FROM_POLICE
    if not stands_on(proposal.today, confirmed_on=fact.confirmed_on, policy=proposal.policy):
        yield Kind.GANG_UNCONFIRMED


def gang_readers(proposal: Proposal) -> Iterator[Finding]:
    """Ask each recipient for named readers; schools only where the authority has decided so."""
    if not proposal.holds(InformationClass.GANG):
        return
    for recipient in proposal.recipients:
        if not recipient.readers:
            yield Finding(kind=Kind.GANG_READERS_UNNAMED, about=recipient.name)
        if recipient.capacity == Capacity.SCHOOL and not proposal.policy.schools_read_gang_facts:
            yield Finding(kind=Kind.GANG_TO_SCHOOL, about=recipient.name)
