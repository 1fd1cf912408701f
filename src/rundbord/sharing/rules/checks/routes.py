"""From whom to whom: who may tell by a basis, who may be told, and who never."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.rules.capacities import NEVER_READERS
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.policy import LocalPolicy
from rundbord.sharing.rules.proposals import Proposal, Recipient
from rundbord.sharing.vocabulary import Capacity


def route(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """Judge the sender, then each recipient by what that sender may tell it."""
    senders = counted_as(proposal.sender.capacity, proposal.policy)
    if not senders & basis.senders:
        yield Finding(kind=Kind.SENDER_OUTSIDE)
    may_be_told = basis.recipients_from(senders)
    for recipient in proposal.recipients:
        if kind := _refusal(recipient, proposal, basis, may_be_told):
            yield Finding(kind=kind, about=recipient.name)


def purpose(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """Each basis serves some purposes; none of them is investigation."""
    if proposal.purpose not in basis.purposes:
        yield Finding(kind=Kind.PURPOSE_OUTSIDE)


def counted_as(capacity: Capacity, policy: LocalPolicy) -> frozenset[Capacity]:
    """Tell what a capacity counts as; a jurist may say that SSP belongs to the social authorities."""
    if capacity == Capacity.SSP and policy.ssp_is_social_authority:
        return frozenset({capacity, Capacity.SOCIAL})
    return frozenset({capacity})


def _refusal(recipient: Recipient, proposal: Proposal, basis: Basis, may_be_told: frozenset[Capacity]) -> Kind | None:
    if recipient.capacity == Capacity.INVESTIGATION:
        return Kind.RECIPIENT_INVESTIGATES
    if basis.is_about_person and recipient.capacity in NEVER_READERS:
        return Kind.RECIPIENT_NEVER_READS
    is_on_route = counted_as(recipient.capacity, proposal.policy) & may_be_told
    return None if is_on_route else Kind.RECIPIENT_OUTSIDE
