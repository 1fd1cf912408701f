"""What one basis asks and no other: a release, a move, a notifier, a count of meetings, a date."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.identity.vocabulary import Regime
from rundbord.sharing.rules.ages import ADULT
from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.proposals import Proposal
from rundbord.sharing.vocabulary import InformationClass, ReleaseGroup, Requirement

_MOST_MEETINGS = 2


def age_by_local_policy(proposal: Proposal) -> Iterator[Finding]:
    """§ 115 has no age limit; the authority has one (law-and-practice A.7)."""
    policy, age = proposal.policy, proposal.age
    if age is not None and not policy.youngest_in_ssp <= age <= policy.oldest_in_ssp:
        yield Finding(kind=Kind.AGE_OUTSIDE_POLICY)


def age_is_known(proposal: Proposal) -> Iterator[Finding]:
    """Without a day of birth no local limit can be kept."""
    if proposal.subject is not None and proposal.age is None:
        yield Finding(kind=Kind.AGE_UNKNOWN)


def released_from(proposal: Proposal) -> Iterator[Finding]:
    """§ 115 stk. 1 nr. 3 litra a–c: three groups; ordinary remand is none of them."""
    if proposal.subject is None:
        return
    group = proposal.subject.release
    if group is None:
        yield Finding(kind=Kind.RELEASE_GROUP_MISSING)
    if group == ReleaseGroup.ORDINARY_REMAND:
        yield Finding(kind=Kind.ORDINARY_REMAND)
    if group == ReleaseGroup.CONVICTED_UNDER_18 and (proposal.age is None or proposal.age >= ADULT):
        yield Finding(kind=Kind.RELEASE_GROUP_AGE)


def gang_fact_is_there(proposal: Proposal) -> Iterator[Finding]:
    """§ 115 stk. 5 widens stk. 1 for one kind of fact; without it, stk. 1 is narrower."""
    if not proposal.holds(InformationClass.GANG):
        yield Finding(kind=Kind.NO_GANG_FACT)


def offence_fact_is_there(proposal: Proposal) -> Iterator[Finding]:
    """Databeskyttelseslovens § 8 opens for offences and nothing else."""
    if not proposal.holds(InformationClass.OFFENCE):
        yield Finding(kind=Kind.NO_OFFENCE_FACT)


def meetings_left(proposal: Proposal) -> Iterator[Finding]:
    """Retssikkerhedslovens § 11 e: once at a meeting, in special cases once more."""
    if proposal.meetings_held >= _MOST_MEETINGS:
        yield Finding(kind=Kind.MEETINGS_USED)
    is_follow_up = proposal.meetings_held == 1
    if is_follow_up and Requirement.SPECIAL_CASE not in proposal.present:
        yield Finding(kind=Kind.REQUIREMENT_MISSING, about=Requirement.SPECIAL_CASE.label)


def another_municipality(proposal: Proposal) -> Iterator[Finding]:
    """Barnets lov § 132: from the old municipality to the new one."""
    for recipient in proposal.recipients:
        if recipient.authority == proposal.sender.authority:
            yield Finding(kind=Kind.SAME_MUNICIPALITY, about=recipient.name)


def the_notifier(proposal: Proposal) -> Iterator[Finding]:
    """Barnets lov § 138: only whoever notified is told what came of it."""
    for recipient in proposal.recipients:
        if not recipient.is_notifier:
            yield Finding(kind=Kind.NOT_THE_NOTIFIER, about=recipient.name)


def police_documentation(proposal: Proposal) -> Iterator[Finding]:
    """Barnets lov § 130: the seven days run from the day on which the documentation came."""
    received = proposal.documented_on
    if received is None or received > proposal.today:
        yield Finding(kind=Kind.DOCUMENTATION_MISSING)


def law_enforcement_on_both_sides(proposal: Proposal) -> Iterator[Finding]:
    """Retshåndhævelseslovens § 5: re-use between competent authorities alone."""
    if proposal.sender.regime != Regime.LAW_ENFORCEMENT:
        yield Finding(kind=Kind.REGIME_OUTSIDE, about="Jeres enhed")
    for recipient in proposal.recipients:
        if recipient.regime != Regime.LAW_ENFORCEMENT:
            yield Finding(kind=Kind.REGIME_OUTSIDE, about=recipient.name)


def exit_coordinators(proposal: Proposal) -> Iterator[Finding]:
    """An exit plan is known to its three coordinators."""
    if not proposal.sender.is_exit_coordinator:
        yield Finding(kind=Kind.NOT_EXIT_COORDINATOR, about="Jeres enhed")
    for recipient in proposal.recipients:
        if not recipient.is_exit_coordinator:
            yield Finding(kind=Kind.NOT_EXIT_COORDINATOR, about=recipient.name)
