"""Invented units and people, and one lawful proposal for each basis that the cases vary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from rundbord.identity.vocabulary import Channel, Regime
from rundbord.sharing.rules.objections import ObjectionKind
from rundbord.sharing.rules.proposals import Consent, Fact, PartnershipFrame, Proposal, Recipient, Sender, Subject
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    Giver,
    HonourScreening,
    InformationClass,
    LegalBasis,
    OffenceGround,
    PersonRole,
    SourceGrade,
)

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)
DISTRICT, HERLEV, GLADSAXE, PRISONS, REGION, COURT, ABROAD = (UUID(int=number) for number in range(1, 8))
PARTIES = frozenset({DISTRICT, HERLEV, GLADSAXE, PRISONS, REGION, COURT})
EVERY_CHANNEL = frozenset(Channel)
WORDS = "SSP skal tale med familien i denne uge, for drengen er set med ældre fra gruppen to aftener i træk."

_HOME = {
    Capacity.POLICE: DISTRICT,
    Capacity.INVESTIGATION: DISTRICT,
    Capacity.PROSECUTION: DISTRICT,
    Capacity.PROBATION: PRISONS,
    Capacity.PSYCHIATRY: REGION,
    Capacity.FAMILY_LAW: COURT,
}
_OUTSIDE = frozenset(
    {
        *(Capacity.HOUSING, Capacity.LANDLORD, Capacity.ASSOCIATION, Capacity.MENTOR, Capacity.YOUNG_PERSON),
        *(Capacity.CUSTODY_HOLDER, Capacity.RELATIVE, Capacity.NETWORK, Capacity.OTHER),
    }
)
_ENFORCING = frozenset({Capacity.POLICE, Capacity.INVESTIGATION, Capacity.PROSECUTION, Capacity.PROBATION})


@dataclass(frozen=True, kw_only=True)
class Case:
    """A situation in a sentence, and every kind of objection to it; none when it is lawful."""

    says: str
    proposal: Proposal
    refused: frozenset[ObjectionKind] = frozenset()

    @property
    def basis(self) -> LegalBasis | None:
        return self.proposal.basis


def allowed(says: str, proposal: Proposal) -> Case:
    return Case(says=says, proposal=proposal)


def refused(says: str, proposal: Proposal, *kinds: ObjectionKind) -> Case:
    return Case(says=says, proposal=proposal, refused=frozenset(kinds))


def sender(capacity: Capacity, **changes: Any) -> Sender:
    """A unit that takes part in everything, unless the case says otherwise."""
    regime = Regime.LAW_ENFORCEMENT if capacity in _ENFORCING else Regime.GDPR
    told = {"authority": _HOME.get(capacity, HERLEV), "regime": regime, "channels": EVERY_CHANNEL}
    return Sender(capacity=capacity, **{**told, **changes})


def recipient(capacity: Capacity, **changes: Any) -> Recipient:
    """A unit that takes part in everything, or somebody outside the authorities who takes part in nothing."""
    told: dict[str, Any] = {"name": capacity.label}
    if capacity not in _OUTSIDE:
        regime = Regime.LAW_ENFORCEMENT if capacity in _ENFORCING else Regime.GDPR
        told |= {"authority": _HOME.get(capacity, HERLEV), "regime": regime, "channels": EVERY_CHANNEL}
    return Recipient(capacity=capacity, **{**told, **changes})


def aged(years: int) -> date:
    """The birthday of somebody who turned so many years old this spring."""
    return date(TODAY.year - years, 3, 9)


def subject(years: int | None, role: PersonRole, **changes: Any) -> Subject:
    return Subject(born_on=None if years is None else aged(years), role=role, **changes)


def fact(information_class: InformationClass, **changes: Any) -> Fact:
    """Something that the sender itself saw yesterday; affiliation was confirmed by the police today."""
    told: dict[str, Any] = {
        "name": f"Oplysning {information_class.value}",
        "grade": SourceGrade.SEEN,
        "observed_on": TODAY - DAY,
        "confirmed_on": TODAY if information_class == InformationClass.GANG else None,
    }
    return Fact(information_class=information_class, **{**told, **changes})


def facts(*classes: InformationClass) -> tuple[Fact, ...]:
    return tuple(fact(each) for each in classes)


IN_FORCE = PartnershipFrame(parties=PARTIES, starts_on=date(2024, 1, 1), ends_on=date(2027, 12, 31))


def consent(*givers: Giver, **changes: Any) -> Consent:
    """A consent as it should be: free, informed, written, for every recipient that the cases know, for P1–P4 and P6."""
    told: dict[str, Any] = {
        "given_on": TODAY - 10 * DAY,
        "valid_until": TODAY + 100 * DAY,
        "recipients": frozenset(capacity.label for capacity in Capacity),
        "classes": frozenset(InformationClass) - {InformationClass.GANG, InformationClass.PROTECTED},
        "is_written": True,
        "is_informed": True,
        "is_free": True,
    }
    return Consent(given_by=frozenset(givers), **{**told, **changes})


def proposal(basis: LegalBasis, purpose: DisclosurePurpose, **changes: Any) -> Proposal:
    """A proposal in which everything that is not about its basis is in order."""
    told: dict[str, Any] = {
        "today": TODAY,
        "necessity": WORDS,
        "agreement": IN_FORCE,
        "honour": HonourScreening.NO_SIGNS,
        "offence_ground": OffenceGround.AUTHORITY_TASK,
        "special_is_approved": True,
    }
    return Proposal(basis=basis, purpose=purpose, **{**told, **changes})


def told_to(lawful: Proposal, *capacities: Capacity) -> Proposal:
    """The same proposal with other recipients."""
    return replace(lawful, recipients=tuple(recipient(capacity) for capacity in capacities))


def told_by(lawful: Proposal, capacity: Capacity, **changes: Any) -> Proposal:
    """The same proposal from another sender."""
    return replace(lawful, sender=sender(capacity, **changes))


def about(lawful: Proposal, years: int | None, role: PersonRole, **changes: Any) -> Proposal:
    """The same proposal about somebody else."""
    return replace(lawful, subject=subject(years, role, **changes))


def telling(lawful: Proposal, *classes: InformationClass) -> Proposal:
    """The same proposal with other facts."""
    return replace(lawful, facts=facts(*classes))
