"""May information about a person be passed on? Every objection at once, each with its paragraph and its ways out."""

from __future__ import annotations

from rundbord.sharing.rules.alternatives import alternatives_to
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.objections import Finding, Objection, ObjectionKind
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.rules.proposing import propose_basis
from rundbord.sharing.rules.weighing import in_order, wrong_with, wrong_with_any
from rundbord.sharing.rules.wording import paragraph_of, sentence_of


def findings_on(proposal: Proposal) -> list[Finding]:
    """Find every reason to refuse, in a fixed order, without the ways out; empty when the disclosure may be made."""
    if proposal.basis is None:
        chosen = [Finding(kind=ObjectionKind.BASIS_MISSING)]
    else:
        chosen = wrong_with(proposal, BASES[proposal.basis])
    return in_order(proposal, [*chosen, *wrong_with_any(proposal)])


def objections_to(proposal: Proposal) -> list[Objection]:
    """Give every reason to refuse; empty when the disclosure may be made."""
    found = findings_on(proposal)
    if not found:
        return []
    advice = propose_basis(proposal)
    return [
        Objection(
            kind=finding.kind,
            about=finding.about,
            sentence=sentence_of(finding),
            paragraph=paragraph_of(finding, proposal.basis),
            alternatives=alternatives_to(finding, proposal, advice),
        )
        for finding in found
    ]
