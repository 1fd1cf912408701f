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

_CONSENT_WAYS = frozenset({Way.ASK_CONSENT, Way.ASK_CONSENT_AGAIN})
_PARENTS_ARE_SAFE = frozenset({HonourScreening.NO_SIGNS, HonourScreening.SAFE})


def alternatives_to(finding: Finding, proposal: Proposal, advice: Advice) -> tuple[Alternative, ...]:
    """List the ways that lie open for a finding, the nearest first; each kind has one that is always open."""
    ways = REMEDIES[finding.kind].ways
    return tuple(each for way in ways for each in _open(way, finding, proposal, advice))


def _open(way: Way, finding: Finding, proposal: Proposal, advice: Advice) -> Iterator[Alternative]:
    if way == Way.USE_BASIS:
        yield from _other_bases(proposal, advice)
    elif way in _CONSENT_WAYS:
        yield from _consent(way, proposal, advice)
    elif _is_open(way, proposal):
        yield Alternative(way=way, sentence=way.label.replace("{about}", finding.about))


def _other_bases(proposal: Proposal, advice: Advice) -> Iterator[Alternative]:
    for candidate in advice.would_hold:
        is_given_or_statutory = candidate.holds or not candidate.basis.is_consent
        if candidate.basis not in {proposal.basis, LegalBasis.ANONYMOUS} and is_given_or_statutory:
            sentence = Way.USE_BASIS.label.replace("{basis}", basis_in_words(candidate.basis))
            yield Alternative(way=Way.USE_BASIS, sentence=sentence, basis=candidate.basis)


def _is_open(way: Way, proposal: Proposal) -> bool:
    if way == Way.DEIDENTIFY:
        return proposal.basis != LegalBasis.ANONYMOUS
    if way == Way.SEND_UNDERRETNING:
        is_child = proposal.subject is not None and (proposal.age is None or proposal.age < ADULT)
        return is_child and not (proposal.basis and proposal.basis.is_underretning)
    return True


def _consent(way: Way, proposal: Proposal, advice: Advice) -> Iterator[Alternative]:
    """Never send anybody unasked to parents who may be the danger (barnets lov § 18 stk. 3)."""
    bases = {proposal.basis, *(candidate.basis for candidate in advice.would_hold)}
    if not any(basis and basis.is_consent for basis in bases):
        return
    needs_parents = Giver.CUSTODY_HOLDER in givers_needed(proposal.age, proposal.policy)
    if not needs_parents or proposal.honour in _PARENTS_ARE_SAFE:
        yield Alternative(way=way, sentence=way.label)
    elif proposal.honour == HonourScreening.NOT_DONE:
        yield Alternative(way=Way.SCREEN_THEN_ASK, sentence=Way.SCREEN_THEN_ASK.label)
