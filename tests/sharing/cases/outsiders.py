"""Landlords, mentors, and talk in which nobody is known."""

from __future__ import annotations

from dataclasses import replace

from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    PersonRole,
    Requirement,
)
from tests.sharing.cases.case import (
    Case,
    about,
    allowed,
    facts,
    proposal,
    recipient,
    refused,
    sender,
    subject,
    telling,
    told_by,
    told_to,
)

_P = InformationClass

DECISION = proposal(
    LegalBasis.HOUSING_DECISION,
    DisclosurePurpose.SAFE_HOUSING,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.HOUSING),),
    subject=subject(32, PersonRole.CONVICTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
    present=frozenset({Requirement.SAFETY_EFFORT, Requirement.DECISION}),
)
CHARGE = proposal(
    LegalBasis.HOUSING_CHARGE,
    DisclosurePurpose.SAFE_HOUSING,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.LANDLORD),),
    subject=subject(32, PersonRole.SUSPECTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
    present=frozenset({Requirement.REQUEST, Requirement.LISTED_CHARGE}),
)
SECRECY = proposal(
    LegalBasis.IMPOSED_SECRECY,
    DisclosurePurpose.CRIME_PREVENTION,
    sender=sender(Capacity.SSP),
    recipients=(recipient(Capacity.MENTOR),),
    subject=subject(16, PersonRole.CONCERN),
    facts=facts(_P.IDENTITY, _P.PRIVATE),
    present=frozenset({Requirement.SECRECY_ORDER}),
)
ANONYMOUS = proposal(
    LegalBasis.ANONYMOUS,
    DisclosurePurpose.SPARRING,
    sender=sender(Capacity.SCHOOL),
    recipients=(recipient(Capacity.POLICE), recipient(Capacity.HOUSING)),
    subject=None,
    facts=facts(_P.AREA),
    necessity="",
    present=frozenset({Requirement.NOBODY_SINGLED_OUT, Requirement.COUNTS_OF_FIVE}),
)

CASES: list[Case] = [
    allowed("the police tell a housing organisation of a conviction for arson in its yard", DECISION),
    allowed("the same about a resident of sixteen who is convicted", about(DECISION, 16, PersonRole.CONVICTED)),
    refused(
        "the effort is not there yet",
        replace(DECISION, present=frozenset({Requirement.DECISION})),
        Kind.REQUIREMENT_MISSING,
    ),
    refused("a suspicion is no decision", about(DECISION, 32, PersonRole.SUSPECTED), Kind.ROLE_OUTSIDE),
    refused("the municipality tells no landlord", told_by(DECISION, Capacity.SSP), Kind.SENDER_OUTSIDE),
    refused(
        "the landlord need not know of his family",
        telling(DECISION, _P.OFFENCE, _P.PRIVATE),
        *(Kind.CLASS_OUTSIDE, Kind.BEYOND_NEED),
    ),
    allowed("a landlord asks, and the police tell of a charge", CHARGE),
    allowed("a housing organisation is a landlord too", told_to(CHARGE, Capacity.HOUSING)),
    refused(
        "no landlord asked", replace(CHARGE, present=frozenset({Requirement.LISTED_CHARGE})), Kind.REQUIREMENT_MISSING
    ),
    refused("whoever is fourteen cannot be charged", about(CHARGE, 14, PersonRole.SUSPECTED), Kind.AGE_OUTSIDE),
    refused(
        "it is not for finding a mentor",
        replace(CHARGE, purpose=DisclosurePurpose.CRIME_PREVENTION),
        Kind.PURPOSE_OUTSIDE,
    ),
    allowed("SSP tells a mentor what he must know to meet a boy of sixteen", SECRECY),
    allowed(
        "the police tell a trainer under an order of secrecy",
        told_to(told_by(SECRECY, Capacity.POLICE), Capacity.ASSOCIATION),
    ),
    refused("no order of secrecy was given", replace(SECRECY, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused(
        "a mentor never hears what the boy is suspected of",
        telling(SECRECY, _P.OFFENCE),
        *(Kind.CLASS_OUTSIDE, Kind.BEYOND_NEED),
    ),
    refused(
        "a landlord is not made a confidant",
        told_to(telling(SECRECY, _P.IDENTITY), Capacity.LANDLORD),
        Kind.RECIPIENT_OUTSIDE,
    ),
    allowed("a school talks with the police and the caretaker of a pattern at a playground", ANONYMOUS),
    allowed("the secretariat hears of areas too", told_to(ANONYMOUS, Capacity.OVERSIGHT)),
    refused("the talk hangs on a person", about(ANONYMOUS, 14, PersonRole.CONCERN), Kind.SUBJECT_NAMED),
    refused(
        "a name slips in",
        told_to(telling(ANONYMOUS, _P.AREA, _P.IDENTITY), Capacity.POLICE),
        Kind.CLASS_OUTSIDE,
    ),
    refused(
        "the figure is four",
        replace(ANONYMOUS, present=frozenset({Requirement.NOBODY_SINGLED_OUT})),
        Kind.REQUIREMENT_MISSING,
    ),
    refused(
        "investigators hear of no pattern here", told_to(ANONYMOUS, Capacity.INVESTIGATION), Kind.RECIPIENT_INVESTIGATES
    ),
]
