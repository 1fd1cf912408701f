"""Each fact by itself and by its recipients: its class, its quality, where it came from, who needs it."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.rules.gang_facts import gang_fact
from rundbord.sharing.rules.information import is_needed_by
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.proposals import Fact, Proposal
from rundbord.sharing.vocabulary import InformationClass, SourceGrade


def classes(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """Let a basis carry its own classes alone; what is hidden is refused elsewhere, whichever basis is chosen."""
    carried = basis.classes | {InformationClass.AREA, InformationClass.PROTECTED}
    for fact in proposal.facts:
        if fact.information_class not in carried:
            yield Finding(kind=Kind.CLASS_OUTSIDE, about=fact.name)


def facts(proposal: Proposal) -> Iterator[Finding]:
    """Judge every fact in turn, whichever basis is chosen."""
    for fact in proposal.facts:
        for kind in (*_privacy(fact, proposal), *_quality(fact, proposal), *_origin(fact, proposal)):
            yield Finding(kind=kind, about=fact.name)


def need_to_know(proposal: Proposal) -> Iterator[Finding]:
    """Forvaltningslovens § 32: one recipient without need is enough."""
    for fact in proposal.facts:
        if not all(is_needed_by(fact, recipient) for recipient in proposal.recipients):
            yield Finding(kind=Kind.BEYOND_NEED, about=fact.name)


def _privacy(fact: Fact, proposal: Proposal) -> Iterator[Kind]:
    lives_hidden = proposal.subject is not None and proposal.subject.has_protected_address
    if fact.information_class == InformationClass.PROTECTED or (fact.holds_address and lives_hidden):
        yield Kind.PROTECTED_ADDRESS
    if fact.information_class == InformationClass.SPECIAL and not proposal.special_is_approved:
        yield Kind.SPECIAL_NOT_APPROVED


def _quality(fact: Fact, proposal: Proposal) -> Iterator[Kind]:
    if fact.grade == SourceGrade.RUMOUR:
        yield Kind.RUMOUR
    if fact.observed_on is None:
        yield Kind.UNDATED
    elif fact.observed_on > proposal.today:
        yield Kind.DATED_AHEAD
    if fact.keep_until is not None and fact.keep_until < proposal.today:
        yield Kind.OUT_OF_DATE
    if fact.names_others:
        yield Kind.NAMES_OTHERS


def _origin(fact: Fact, proposal: Proposal) -> Iterator[Kind]:
    if fact.information_class == InformationClass.GANG:
        yield from gang_fact(fact, proposal)
    elif fact.received_under is not None and not fact.owner_agrees:
        yield Kind.ONWARD_UNASKED
