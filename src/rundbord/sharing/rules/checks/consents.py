"""When a consent holds: given by whom, to what, and still."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.sharing.rules.objections import Finding
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.policy import LocalPolicy
from rundbord.sharing.rules.proposals import Consent, Proposal
from rundbord.sharing.vocabulary import Giver, InformationClass


def consent_holds(proposal: Proposal) -> Iterator[Finding]:
    """Forvaltningslovens § 28 stk. 3–4: voluntary, specific, informed, and not withdrawn."""
    consent = proposal.consent
    if consent is None:
        yield Finding(kind=Kind.CONSENT_MISSING)
        return
    yield from _still(consent, proposal)
    yield from _meant(consent)
    yield from _by_whom(consent, proposal)
    yield from _to_what(consent, proposal)


def consent_is_written(proposal: Proposal) -> Iterator[Finding]:
    """An exit programme begins with a signed declaration."""
    if proposal.consent is not None and not proposal.consent.is_written:
        yield Finding(kind=Kind.CONSENT_NOT_WRITTEN)


def givers_needed(age: int | None, policy: LocalPolicy) -> frozenset[Giver]:
    """Tell whose consent is needed; both, when nobody knows the age (law-and-practice H.8)."""
    needed = set()
    if age is None or age >= policy.consents_from:
        needed.add(Giver.PERSON)
    if age is None or age < policy.custody_ends_at:
        needed.add(Giver.CUSTODY_HOLDER)
    return frozenset(needed)


def _still(consent: Consent, proposal: Proposal) -> Iterator[Finding]:
    if consent.withdrawn_on is not None and consent.withdrawn_on <= proposal.today:
        yield Finding(kind=Kind.CONSENT_WITHDRAWN)
    if not consent.given_on <= proposal.today <= consent.valid_until:
        yield Finding(kind=Kind.CONSENT_EXPIRED)


def _meant(consent: Consent) -> Iterator[Finding]:
    if not consent.is_free:
        yield Finding(kind=Kind.CONSENT_NOT_FREE)
    if not consent.is_informed:
        yield Finding(kind=Kind.CONSENT_NOT_INFORMED)


def _by_whom(consent: Consent, proposal: Proposal) -> Iterator[Finding]:
    needed = givers_needed(proposal.age, proposal.policy)
    if Giver.PERSON in needed - consent.given_by:
        yield Finding(kind=Kind.CONSENT_NOT_BY_PERSON)
    if Giver.CUSTODY_HOLDER in needed - consent.given_by:
        yield Finding(kind=Kind.CONSENT_NOT_BY_CUSTODY)


def _to_what(consent: Consent, proposal: Proposal) -> Iterator[Finding]:
    if consent.purposes and proposal.purpose not in consent.purposes:
        yield Finding(kind=Kind.CONSENT_OTHER_PURPOSE)
    for recipient in proposal.recipients:
        if recipient.name not in consent.recipients:
            yield Finding(kind=Kind.CONSENT_OTHER_RECIPIENT, about=recipient.name)
    for fact in proposal.facts:
        if fact.information_class not in consent.classes | {InformationClass.AREA}:
            yield Finding(kind=Kind.CONSENT_OTHER_CLASS, about=fact.name)
