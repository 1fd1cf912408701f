"""Everything that is wrong with a proposal, as findings in one order: by kind, then as the proposal lists things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.rules.checks import facts, frame, needs, persons, routes
from rundbord.sharing.rules.gang_facts import gang_readers
from rundbord.sharing.rules.objections import Finding, ObjectionKind
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.rules.remedies import REMEDIES

# Whichever basis is chosen, or none.
_ALWAYS = (
    needs.something_to_someone,
    needs.offence_ground,
    persons.honour,
    facts.facts,
    facts.need_to_know,
    gang_readers,
)
# By the row of the chosen basis.
_BY_BASIS = (
    frame.agreement,
    frame.channel,
    routes.route,
    routes.purpose,
    persons.subject,
    persons.age,
    needs.necessity,
    needs.requirements,
    facts.classes,
)
_ORDER = {kind: place for place, kind in enumerate(ObjectionKind)}


def wrong_with_any(proposal: Proposal) -> list[Finding]:
    """Find what no choice of basis would mend."""
    return in_order(proposal, (finding for check in _ALWAYS for finding in check(proposal)))


def wrong_with(proposal: Proposal, basis: Basis) -> list[Finding]:
    """Find why a basis does not hold for a proposal, beside what no basis would mend."""
    return in_order(proposal, _by_basis(proposal, basis))


def in_order(proposal: Proposal, findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings, each once."""
    names = [*(recipient.name for recipient in proposal.recipients), *(fact.name for fact in proposal.facts)]
    places = {name: place for place, name in enumerate(names)}
    return sorted(set(findings), key=lambda each: (_ORDER[each.kind], places.get(each.about, -1), each.about))


def is_mended_by_filling_in(finding: Finding) -> bool:
    """Tell whether the sender could mend it without changing who tells what to whom about whom."""
    return REMEDIES[finding.kind].mends


def _by_basis(proposal: Proposal, basis: Basis) -> Iterator[Finding]:
    for general in _BY_BASIS:
        yield from general(proposal, basis)
    for own in basis.own_checks:
        yield from own(proposal)
