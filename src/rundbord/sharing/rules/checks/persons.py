"""About whom: one person, of an age and in a role that the basis covers; and whether family may be told."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.rules.capacities import FAMILY
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.vocabulary import HonourScreening

_HONOUR = {
    HonourScreening.NOT_DONE: Kind.HONOUR_NOT_SCREENED,
    HonourScreening.SIGNS: Kind.HONOUR_NOT_ASSESSED,
    HonourScreening.DANGEROUS: Kind.HONOUR_DANGER,
}


def subject(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """A basis is about one person, or about nobody."""
    if proposal.subject is None and basis.is_about_person:
        yield Finding(kind=Kind.SUBJECT_MISSING)
    if proposal.subject is not None and not basis.is_about_person:
        yield Finding(kind=Kind.SUBJECT_NAMED)
    if proposal.subject is not None and proposal.subject.role not in basis.roles:
        yield Finding(kind=Kind.ROLE_OUTSIDE)


def age(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """Judge the age today against the law's limits."""
    if proposal.subject is None or not basis.has_age_limit:
        return
    if proposal.age is None:
        yield Finding(kind=Kind.AGE_UNKNOWN)
    elif not basis.covers_age(proposal.age):
        yield Finding(kind=Kind.AGE_OUTSIDE)


def honour(proposal: Proposal) -> Iterator[Finding]:
    """Barnets lov § 18 stk. 3: risk is assessed before parents and network are drawn in; we ask it for adults too."""
    kind = _HONOUR.get(proposal.honour)
    if kind is None:
        return
    for recipient in proposal.recipients:
        if recipient.capacity in FAMILY:
            yield Finding(kind=kind, about=recipient.name)
