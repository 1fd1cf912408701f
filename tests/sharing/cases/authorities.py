"""The youth board, a municipality that tells of an offence, police and probation."""

from __future__ import annotations

from dataclasses import replace

from rundbord.identity.vocabulary import Regime
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    Giver,
    InformationClass,
    LegalBasis,
    OffenceGround,
    PersonRole,
    Requirement,
)
from tests.sharing.cases.case import (
    Case,
    about,
    allowed,
    consent,
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

YOUTH_BOARD = proposal(
    LegalBasis.YOUTH_BOARD,
    DisclosurePurpose.YOUTH_BOARD,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.CHILD_WELFARE),),
    subject=subject(13, PersonRole.SUSPECTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
    present=frozenset({Requirement.YOUTH_BOARD_CASE}),
)
OFFENCES = proposal(
    LegalBasis.OFFENCES,
    DisclosurePurpose.CRIME_PREVENTION,
    sender=sender(Capacity.SSP),
    recipients=(recipient(Capacity.PROBATION),),
    subject=subject(20, PersonRole.CONVICTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
)
COMPETENT = proposal(
    LegalBasis.COMPETENT,
    DisclosurePurpose.SUPERVISION,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.PROBATION),),
    subject=subject(28, PersonRole.CONVICTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
    present=frozenset({Requirement.BY_LAW}),
)

CASES: list[Case] = [
    allowed("the police send a case about a boy of thirteen to child welfare", YOUTH_BOARD),
    allowed(
        "the municipality tells probation how a young man of seventeen does",
        about(told_to(told_by(YOUTH_BOARD, Capacity.CHILD_WELFARE), Capacity.PROBATION), 17, PersonRole.CONVICTED),
    ),
    refused("there is no such case", replace(YOUTH_BOARD, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused("he is nine", about(YOUTH_BOARD, 9, PersonRole.SUSPECTED), Kind.AGE_OUTSIDE),
    refused(
        "his school is no part of the case",
        told_to(telling(YOUTH_BOARD, _P.IDENTITY), Capacity.SCHOOL),
        Kind.RECIPIENT_OUTSIDE,
    ),
    allowed("SSP tells probation of a conviction that probation needs for its task", OFFENCES),
    allowed(
        "the man of twenty has himself agreed",
        replace(OFFENCES, offence_ground=OffenceGround.EXPLICIT_CONSENT, consent=consent(Giver.PERSON)),
    ),
    refused("nobody says why it may be told", replace(OFFENCES, offence_ground=None), Kind.OFFENCE_GROUND_MISSING),
    refused(
        "nobody has in fact agreed",
        replace(OFFENCES, offence_ground=OffenceGround.EXPLICIT_CONSENT),
        Kind.OFFENCE_GROUND_UNFIT,
    ),
    refused("nothing of it is an offence", telling(OFFENCES, _P.IDENTITY), Kind.NO_OFFENCE_FACT),
    refused("what he does at home is no offence", telling(OFFENCES, _P.OFFENCE, _P.PRIVATE), Kind.CLASS_OUTSIDE),
    refused("the police are not bound by it", told_by(OFFENCES, Capacity.POLICE), Kind.SENDER_OUTSIDE),
    refused(
        "a landlord is not told by the municipality",
        told_to(OFFENCES, Capacity.LANDLORD),
        Kind.RECIPIENT_OUTSIDE,
    ),
    allowed("the police tell probation of a breach of supervision", COMPETENT),
    allowed(
        "probation tells the police when he is released",
        told_to(told_by(COMPETENT, Capacity.PROBATION), Capacity.POLICE),
    ),
    refused("no law provides for it", replace(COMPETENT, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused(
        "the unit works under the general regulation",
        replace(COMPETENT, recipients=(recipient(Capacity.PROBATION, regime=Regime.GDPR),)),
        Kind.REGIME_OUTSIDE,
    ),
    refused(
        "the sender works under the general regulation",
        told_by(COMPETENT, Capacity.POLICE, regime=Regime.GDPR),
        Kind.REGIME_OUTSIDE,
    ),
]
