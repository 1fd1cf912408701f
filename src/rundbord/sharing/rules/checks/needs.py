"""What must be there: necessity in the sender's own words, answers to what the basis asks, a ground for offences."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.identity.vocabulary import Regime
from rundbord.letters import letters_in
from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.rules.checks.consents import consent_holds
from rundbord.sharing.rules.needed_words import same_words
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.vocabulary import InformationClass, OffenceGround


def something_to_someone(proposal: Proposal) -> Iterator[Finding]:
    """A disclosure tells somebody something."""
    if not proposal.facts:
        yield Finding(kind=Kind.NO_FACTS)
    if not proposal.recipients:
        yield Finding(kind=Kind.NO_RECIPIENTS)


def necessity(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """§ 115 stk. 1: "må anses for nødvendigt"; letters count, and last time's words do not."""
    if not basis.wants_necessity:
        return
    if letters_in(proposal.necessity) < proposal.policy.fewest_letters:
        yield Finding(kind=Kind.NECESSITY_MISSING)
    elif same_words(proposal.necessity, proposal.former_necessity):
        yield Finding(kind=Kind.NECESSITY_COPIED)


def requirements(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    """Ask for each answer that the basis needs and the sender has not given."""
    for requirement in basis.needs:
        if requirement not in proposal.present:
            yield Finding(kind=Kind.REQUIREMENT_MISSING, about=requirement.label)


def offence_ground(proposal: Proposal) -> Iterator[Finding]:
    """Databeskyttelseslovens § 8 stk. 2 binds the public administration, not the police."""
    if proposal.sender.regime != Regime.GDPR or not proposal.holds(InformationClass.OFFENCE):
        return
    if proposal.offence_ground is None:
        yield Finding(kind=Kind.OFFENCE_GROUND_MISSING)
    if proposal.offence_ground == OffenceGround.EXPLICIT_CONSENT and any(consent_holds(proposal)):
        yield Finding(kind=Kind.OFFENCE_GROUND_UNFIT)
