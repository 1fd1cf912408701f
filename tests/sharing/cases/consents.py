"""Consent, and the consent with which an exit programme begins."""

from __future__ import annotations

from dataclasses import replace

from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.policy import LocalPolicy
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    Giver,
    HonourScreening,
    InformationClass,
    LegalBasis,
    PersonRole,
)
from tests.sharing.cases.case import (
    DAY,
    TODAY,
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
_BOTH = (Giver.PERSON, Giver.CUSTODY_HOLDER)

CONSENT = proposal(
    LegalBasis.CONSENT,
    DisclosurePurpose.CRIME_PREVENTION,
    sender=sender(Capacity.SSP),
    recipients=(recipient(Capacity.ASSOCIATION),),
    subject=subject(19, PersonRole.CONCERN),
    facts=facts(_P.IDENTITY, _P.PRIVATE),
    consent=consent(Giver.PERSON),
)
EXIT = proposal(
    LegalBasis.CONSENT_EXIT,
    DisclosurePurpose.EXIT,
    sender=sender(Capacity.SOCIAL, is_exit_coordinator=True),
    recipients=(recipient(Capacity.POLICE, is_exit_coordinator=True),),
    subject=subject(26, PersonRole.CONVICTED),
    facts=facts(_P.IDENTITY, _P.EXIT),
    consent=consent(Giver.PERSON),
)
_AT_FIFTEEN = about(CONSENT, 15, PersonRole.CONCERN)
_AT_TWELVE = about(CONSENT, 12, PersonRole.CONCERN)

CASES: list[Case] = [
    allowed("a man of nineteen lets SSP tell his boxing club", CONSENT),
    allowed("a boy of fifteen and his father both agree", replace(_AT_FIFTEEN, consent=consent(*_BOTH))),
    allowed("a mother agrees for her son of twelve", replace(_AT_TWELVE, consent=consent(Giver.CUSTODY_HOLDER))),
    allowed(
        "where a jurist has said so, fifteen is old enough to agree alone",
        replace(_AT_FIFTEEN, policy=LocalPolicy(custody_ends_at=15)),
    ),
    refused("nobody has agreed", replace(CONSENT, consent=None), Kind.CONSENT_MISSING),
    refused("a boy of fifteen agrees alone", _AT_FIFTEEN, Kind.CONSENT_NOT_BY_CUSTODY),
    refused(
        "his father agrees for him at fifteen",
        replace(_AT_FIFTEEN, consent=consent(Giver.CUSTODY_HOLDER)),
        Kind.CONSENT_NOT_BY_PERSON,
    ),
    refused("a boy of twelve agrees alone", _AT_TWELVE, Kind.CONSENT_NOT_BY_CUSTODY),
    refused(
        "his mother agrees for a man of nineteen",
        replace(CONSENT, consent=consent(Giver.CUSTODY_HOLDER)),
        Kind.CONSENT_NOT_BY_PERSON,
    ),
    refused(
        "nobody knows how old he is, so both are asked",
        about(CONSENT, None, PersonRole.CONCERN),
        Kind.CONSENT_NOT_BY_CUSTODY,
    ),
    refused(
        "he took it back today",
        replace(CONSENT, consent=consent(Giver.PERSON, withdrawn_on=TODAY)),
        Kind.CONSENT_WITHDRAWN,
    ),
    allowed("a ground of § 8 is for offences alone", replace(CONSENT, offence_ground=None)),
    allowed("it was given this morning", replace(CONSENT, consent=consent(Giver.PERSON, given_on=TODAY))),
    allowed("its last day counts", replace(CONSENT, consent=consent(Giver.PERSON, valid_until=TODAY))),
    allowed("he will take it back tomorrow", replace(CONSENT, consent=consent(Giver.PERSON, withdrawn_on=TODAY + DAY))),
    refused(
        "it ended yesterday",
        replace(CONSENT, consent=consent(Giver.PERSON, valid_until=TODAY - DAY)),
        Kind.CONSENT_EXPIRED,
    ),
    refused(
        "it is dated tomorrow",
        replace(CONSENT, consent=consent(Giver.PERSON, given_on=TODAY + DAY)),
        Kind.CONSENT_EXPIRED,
    ),
    refused(
        "he would lose his leisure job if he said no",
        replace(CONSENT, consent=consent(Giver.PERSON, is_free=False)),
        Kind.CONSENT_NOT_FREE,
    ),
    refused(
        "nobody told him what",
        replace(CONSENT, consent=consent(Giver.PERSON, is_informed=False)),
        Kind.CONSENT_NOT_INFORMED,
    ),
    refused(
        "he named another club",
        replace(CONSENT, consent=consent(Giver.PERSON, recipients=frozenset({"Skakklubben"}))),
        Kind.CONSENT_OTHER_RECIPIENT,
    ),
    allowed(
        "it names just this purpose",
        replace(CONSENT, consent=consent(Giver.PERSON, purposes=frozenset({CONSENT.purpose}))),
    ),
    refused(
        "he said yes to something else",
        replace(CONSENT, consent=consent(Giver.PERSON, purposes=frozenset({DisclosurePurpose.RELEASE}))),
        Kind.CONSENT_OTHER_PURPOSE,
    ),
    refused(
        "he did not speak of his family",
        replace(CONSENT, consent=consent(Giver.PERSON, classes=frozenset({_P.IDENTITY}))),
        Kind.CONSENT_OTHER_CLASS,
    ),
    refused("associations do not tell by consent here", told_by(CONSENT, Capacity.ASSOCIATION), Kind.SENDER_OUTSIDE),
    refused(
        "no consent opens an exit programme to a club",
        telling(CONSENT, _P.EXIT),
        *(Kind.CLASS_OUTSIDE, Kind.BEYOND_NEED),
    ),
    refused(
        "nor is affiliation with a gang his to give away",
        telling(CONSENT, _P.GANG),
        *(Kind.CLASS_OUTSIDE, Kind.CONSENT_OTHER_CLASS, Kind.BEYOND_NEED),
        *(Kind.GANG_NOT_FROM_POLICE, Kind.GANG_READERS_UNNAMED),
    ),
    refused(
        "sparring needs no consent and no name",
        replace(CONSENT, purpose=DisclosurePurpose.SPARRING),
        Kind.PURPOSE_OUTSIDE,
    ),
    refused(
        "he agreed that his father is told, and it would be dangerous",
        replace(told_to(CONSENT, Capacity.RELATIVE), honour=HonourScreening.DANGEROUS),
        Kind.HONOUR_DANGER,
    ),
    allowed("the municipality's exit coordinator tells the police's", EXIT),
    allowed(
        "probation's coordinator tells the municipality's",
        replace(
            told_by(EXIT, Capacity.PROBATION, is_exit_coordinator=True),
            recipients=(recipient(Capacity.SOCIAL, is_exit_coordinator=True),),
        ),
    ),
    refused(
        "he said yes, but signed nothing",
        replace(EXIT, consent=consent(Giver.PERSON, is_written=False)),
        Kind.CONSENT_NOT_WRITTEN,
    ),
    refused("he has signed nothing at all", replace(EXIT, consent=None), Kind.CONSENT_MISSING),
    refused("the officer is no coordinator", told_to(EXIT, Capacity.POLICE), Kind.NOT_EXIT_COORDINATOR),
    refused("the sender is no coordinator", told_by(EXIT, Capacity.SOCIAL), Kind.NOT_EXIT_COORDINATOR),
    refused(
        "exit is for adults",
        replace(about(EXIT, 17, PersonRole.CONVICTED), consent=consent(*_BOTH)),
        Kind.AGE_OUTSIDE,
    ),
]
