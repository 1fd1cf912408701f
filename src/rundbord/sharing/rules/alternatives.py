"""What could be done instead of a disclosure that is refused."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.sharing.rules.ages import ADULT
from rundbord.sharing.rules.checks.consents import givers_needed
from rundbord.sharing.rules.objections import Alternative, Finding, Way
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.rules.proposing import Advice
from rundbord.sharing.rules.remedies import REMEDIES
from rundbord.sharing.rules.wording import basis_in_words
from rundbord.sharing.vocabulary import Giver, HonourScreening, LegalBasis

_CONSENTS = frozenset({LegalBasis.CONSENT, LegalBasis.CONSENT_EXIT})
_UNDERRETNING = frozenset({LegalBasis.NOTIFY, LegalBasis.NOTIFY_ALL})
_PARENTS_ENDANGER = frozenset({HonourScreening.SIGNS, HonourScreening.DANGEROUS})


def alternatives_to(finding: Finding, proposal: Proposal, advice: Advice) -> tuple[Alternative, ...]:
    """List the ways that lie open for a finding, the nearest first; each kind has one that is always open."""
    ways = REMEDIES[finding.kind].ways
    return tuple(each for way in ways for each in _open(way, finding, proposal, advice))


def _open(way: Way, finding: Finding, proposal: Proposal, advice: Advice) -> Iterator[Alternative]:
    if way == Way.USE_BASIS:
        yield from _other_bases(proposal, advice)
    elif _is_open(way, proposal, advice):
        yield Alternative(way=way, sentence=way.label.replace("{about}", finding.about))


def _other_bases(proposal: Proposal, advice: Advice) -> Iterator[Alternative]:
    for candidate in advice.would_hold:
        is_given_or_statutory = candidate.holds or candidate.basis not in _CONSENTS
        if candidate.basis not in {proposal.basis, LegalBasis.ANONYMOUS} and is_given_or_statutory:
            sentence = Way.USE_BASIS.label.replace("{basis}", basis_in_words(candidate.basis))
            yield Alternative(way=Way.USE_BASIS, sentence=sentence, basis=candidate.basis)


def _is_open(way: Way, proposal: Proposal, advice: Advice) -> bool:
    if way in {Way.ASK_CONSENT, Way.ASK_CONSENT_AGAIN}:
        return _consent_may_be_asked(proposal, advice)
    if way == Way.DEIDENTIFY:
        return proposal.basis != LegalBasis.ANONYMOUS
    if way == Way.SEND_UNDERRETNING:
        is_child = proposal.subject is not None and (proposal.age is None or proposal.age < ADULT)
        return is_child and proposal.basis not in _UNDERRETNING
    return True


def _consent_may_be_asked(proposal: Proposal, advice: Advice) -> bool:
    """Never send anybody to parents who may be the danger (barnets lov § 18 stk. 3)."""
    policy = proposal.policy
    givers = givers_needed(proposal.age, consents_from=policy.consents_from, custody_ends_at=policy.custody_ends_at)
    if Giver.CUSTODY_HOLDER in givers and proposal.honour in _PARENTS_ENDANGER:
        return False
    would_do = {candidate.basis for candidate in advice.would_hold} & _CONSENTS
    return bool(would_do) or proposal.basis in _CONSENTS
