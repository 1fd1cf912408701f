"""The frame around a disclosure: an agreement in force, its parties, and who takes part in the co-operation."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.proposals import Proposal


def agreement(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """Exchange in the partnership's name needs an agreement that holds today, and parties to it."""
    if not basis.in_partnership:
        return
    frame = proposal.agreement
    if frame is None or proposal.today < frame.starts_on:
        yield Finding(kind=Kind.AGREEMENT_NOT_BEGUN)
    elif proposal.today > frame.ends_on:
        yield Finding(kind=Kind.AGREEMENT_ENDED)
    parties = frame.parties if frame else frozenset()
    if proposal.sender.authority not in parties:
        yield Finding(kind=Kind.SENDER_NOT_PARTY)
    for recipient in proposal.recipients:
        if recipient.authority not in parties:
            yield Finding(kind=Kind.RECIPIENT_NOT_PARTY, about=recipient.name)


def channel(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """§ 115 stk. 2: authorities "that take part in that form of co-operation"."""
    if basis.channel is None:
        return
    if basis.channel not in proposal.sender.channels:
        yield Finding(kind=Kind.SENDER_NOT_IN_CHANNEL)
    for recipient in proposal.recipients:
        if basis.channel not in recipient.channels:
            yield Finding(kind=Kind.RECIPIENT_NOT_IN_CHANNEL, about=recipient.name)
