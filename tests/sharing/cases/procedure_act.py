"""Retsplejeloven §§ 115 and 115 a."""

from __future__ import annotations

from dataclasses import replace

from rundbord.identity.vocabulary import Channel
from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.policy import LocalPolicy
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    HonourScreening,
    InformationClass,
    LegalBasis,
    PersonRole,
    ReleaseGroup,
    Requirement,
)
from tests.sharing.cases.case import (
    ABROAD,
    DAY,
    IN_FORCE,
    PARTIES,
    TODAY,
    Case,
    about,
    allowed,
    fact,
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

SSP = proposal(
    LegalBasis.SSP,
    DisclosurePurpose.CRIME_PREVENTION,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.SSP),),
    subject=subject(15, PersonRole.SUSPECTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
)
PSP = proposal(
    LegalBasis.PSP,
    DisclosurePurpose.SUPPORT_VULNERABLE,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.PSYCHIATRY),),
    subject=subject(34, PersonRole.CONTACT),
    facts=facts(_P.IDENTITY, _P.SPECIAL),
    present=frozenset({Requirement.VULNERABLE}),
)
KSP = proposal(
    LegalBasis.KSP,
    DisclosurePurpose.RELEASE,
    sender=sender(Capacity.PROBATION),
    recipients=(recipient(Capacity.SOCIAL),),
    subject=subject(24, PersonRole.CONVICTED, release=ReleaseGroup.CONVICTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
)
GANG = proposal(
    LegalBasis.GANG,
    DisclosurePurpose.AWAY_FROM_GANGS,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.SSP, readers=frozenset({"ssp-konsulenten"})),),
    subject=subject(14, PersonRole.CONCERN),
    facts=facts(_P.IDENTITY, _P.GANG),
)
RELATIVE = proposal(
    LegalBasis.RELATIVE,
    DisclosurePurpose.INFORM_FAMILY,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.RELATIVE),),
    subject=subject(19, PersonRole.SUSPECTED),
    facts=facts(_P.PRIVATE, _P.OFFENCE),
    present=frozenset({Requirement.EFFORT}),
)
_PLUS = LocalPolicy(oldest_in_ssp=25)
_SCHOOL = recipient(Capacity.SCHOOL, readers=frozenset({"skolelederen"}), cleared_for=frozenset({_P.GANG}))

_SSP_CASES = [
    allowed("the police tell SSP what a boy of fifteen is suspected of", SSP),
    allowed(
        "a school tells SSP and the police of a girl whom it worries about",
        replace(
            told_to(told_by(telling(SSP, _P.IDENTITY, _P.PRIVATE), Capacity.SCHOOL), Capacity.SSP, Capacity.POLICE),
            subject=subject(13, PersonRole.CONCERN),
        ),
    ),
    allowed(
        "an authority with SSP+ talks of a man of twenty-four",
        replace(about(SSP, 24, PersonRole.CONVICTED), policy=_PLUS),
    ),
    refused(
        "SSP without SSP+ does not reach a man of twenty-four",
        about(SSP, 24, PersonRole.CONVICTED),
        Kind.AGE_OUTSIDE_POLICY,
    ),
    refused("a boy of nine is below the local age", about(SSP, 9, PersonRole.CONCERN), Kind.AGE_OUTSIDE_POLICY),
    refused("nobody knows how old he is", about(SSP, None, PersonRole.SUSPECTED), Kind.AGE_UNKNOWN),
    refused(
        "somebody whom the police met as a victim is not on the list",
        about(SSP, 15, PersonRole.VICTIM),
        Kind.ROLE_OUTSIDE,
    ),
    refused(
        "a party to a traffic accident is not on the list either", about(SSP, 15, PersonRole.CONTACT), Kind.ROLE_OUTSIDE
    ),
    refused(
        "the investigators would like to know too",
        told_to(SSP, Capacity.SSP, Capacity.INVESTIGATION),
        Kind.RECIPIENT_INVESTIGATES,
        Kind.BEYOND_NEED,
    ),
    refused(
        "investigators do not tell in the name of prevention",
        told_by(SSP, Capacity.INVESTIGATION),
        Kind.SENDER_OUTSIDE,
    ),
    refused(
        "a housing organisation is outside § 115",
        told_to(telling(SSP, _P.IDENTITY), Capacity.HOUSING),
        *(Kind.RECIPIENT_OUTSIDE, Kind.RECIPIENT_NOT_PARTY, Kind.RECIPIENT_NOT_IN_CHANNEL),
    ),
    refused(
        "the steering group sees no persons",
        told_to(SSP, Capacity.OVERSIGHT),
        *(Kind.RECIPIENT_NEVER_READS, Kind.BEYOND_NEED),
    ),
    refused(
        "the agreement ran out yesterday",
        replace(SSP, agreement=replace(IN_FORCE, ends_on=TODAY - DAY)),
        Kind.AGREEMENT_ENDED,
    ),
    allowed("the agreement's first day counts", replace(SSP, agreement=replace(IN_FORCE, starts_on=TODAY))),
    allowed("the agreement's last day counts", replace(SSP, agreement=replace(IN_FORCE, ends_on=TODAY))),
    refused(
        "the agreement begins tomorrow",
        replace(SSP, agreement=replace(IN_FORCE, starts_on=TODAY + DAY)),
        Kind.AGREEMENT_NOT_BEGUN,
    ),
    refused(
        "there has never been an agreement",
        replace(SSP, agreement=None),
        *(Kind.AGREEMENT_NOT_BEGUN, Kind.SENDER_NOT_PARTY, Kind.RECIPIENT_NOT_PARTY),
    ),
    refused(
        "a municipality outside the partnership asks",
        replace(SSP, recipients=(recipient(Capacity.SSP, authority=ABROAD),)),
        Kind.RECIPIENT_NOT_PARTY,
    ),
    refused(
        "the sender's own authority has left",
        replace(SSP, agreement=replace(IN_FORCE, parties=PARTIES - {SSP.sender.authority})),
        Kind.SENDER_NOT_PARTY,
    ),
    refused(
        "the unit is no participant of SSP",
        replace(SSP, recipients=(recipient(Capacity.SSP, channels=frozenset({Channel.KSP})),)),
        Kind.RECIPIENT_NOT_IN_CHANNEL,
    ),
    refused(
        "the sender is no participant of SSP",
        told_by(SSP, Capacity.POLICE, channels=frozenset()),
        Kind.SENDER_NOT_IN_CHANNEL,
    ),
    refused("SSP is not for release", replace(SSP, purpose=DisclosurePurpose.RELEASE), Kind.PURPOSE_OUTSIDE),
    allowed("the police need no ground of § 8", replace(SSP, offence_ground=None)),
    allowed("thirty letters are enough", replace(SSP, necessity="Drengen er set " + "i" * 18)),
    refused("twenty-nine are too few", replace(SSP, necessity="Drengen er set " + "i" * 17), Kind.NECESSITY_MISSING),
    refused("three words are no necessity", replace(SSP, necessity="Det er nødvendigt."), Kind.NECESSITY_MISSING),
    refused(
        "last week's words are no necessity",
        replace(SSP, former_necessity=f" {SSP.necessity.upper()}"),
        Kind.NECESSITY_COPIED,
    ),
    refused(
        "a school is not told of a suspicion unless it is cleared",
        told_to(SSP, Capacity.SCHOOL),
        Kind.BEYOND_NEED,
    ),
    allowed(
        "a school whose leader is cleared is told of a suspicion",
        replace(SSP, recipients=(recipient(Capacity.SCHOOL, cleared_for=frozenset({_P.OFFENCE})),)),
    ),
    refused(
        "affiliation with a gang is for stk. 5",
        telling(SSP, _P.GANG),
        Kind.CLASS_OUTSIDE,
        Kind.GANG_READERS_UNNAMED,
    ),
    refused("SSP is about one person at a time", replace(SSP, subject=None), Kind.SUBJECT_MISSING),
]
_PSP_CASES = [
    allowed("the police tell psychiatry of a man who is homeless and ill", PSP),
    allowed("psychiatry tells the police how to meet him", told_to(told_by(PSP, Capacity.PSYCHIATRY), Capacity.POLICE)),
    allowed(
        "SSP counts as social authority where a jurist has said so",
        replace(told_to(PSP, Capacity.SSP), policy=LocalPolicy(ssp_is_social_authority=True)),
    ),
    refused("SSP does not count as social authority until then", told_to(PSP, Capacity.SSP), Kind.RECIPIENT_OUTSIDE),
    refused("nobody has said that he is vulnerable", replace(PSP, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused("PSP is not for gangs", replace(PSP, purpose=DisclosurePurpose.AWAY_FROM_GANGS), Kind.PURPOSE_OUTSIDE),
    refused(
        "no leader has approved what is said of his health",
        replace(PSP, special_is_approved=False),
        Kind.SPECIAL_NOT_APPROVED,
    ),
    refused(
        "a school is no part of PSP",
        told_to(telling(PSP, _P.IDENTITY), Capacity.SCHOOL),
        Kind.RECIPIENT_OUTSIDE,
    ),
]
_KSP_CASES = [
    allowed("a prison prepares a convicted man's release with his municipality", KSP),
    allowed(
        "the municipality answers the prison about a boy leaving secure care",
        about(
            told_to(told_by(KSP, Capacity.CHILD_WELFARE), Capacity.PROBATION),
            17,
            PersonRole.CONVICTED,
            release=ReleaseGroup.CONVICTED_UNDER_18,
        ),
    ),
    allowed(
        "the police tell of a remand prisoner who is radicalised",
        about(told_by(KSP, Capacity.POLICE), 22, PersonRole.SUSPECTED, release=ReleaseGroup.RADICALISED),
    ),
    refused(
        "an ordinary remand prisoner is not covered",
        about(KSP, 22, PersonRole.SUSPECTED, release=ReleaseGroup.ORDINARY_REMAND),
        Kind.ORDINARY_REMAND,
    ),
    refused("nobody is being released", about(KSP, 24, PersonRole.CONVICTED), Kind.RELEASE_GROUP_MISSING),
    refused(
        "he turned eighteen before he left secure care",
        about(KSP, 18, PersonRole.CONVICTED, release=ReleaseGroup.CONVICTED_UNDER_18),
        Kind.RELEASE_GROUP_AGE,
    ),
    refused(
        "nobody knows whether he is under eighteen",
        about(KSP, None, PersonRole.CONVICTED, release=ReleaseGroup.CONVICTED_UNDER_18),
        Kind.RELEASE_GROUP_AGE,
    ),
    refused("KSP is about somebody", replace(KSP, subject=None), Kind.SUBJECT_MISSING),
    refused(
        "the job centre is no part of KSP", told_to(telling(KSP, _P.IDENTITY), Capacity.JOB), Kind.RECIPIENT_OUTSIDE
    ),
]
_GANG_CASES = [
    allowed("the police tell SSP that a boy of fourteen runs errands for a gang", GANG),
    allowed(
        "the police tell child welfare that a big brother is convicted under § 81 a",
        replace(GANG, recipients=(recipient(Capacity.CHILD_WELFARE, readers=frozenset({"rådgiveren"})),)),
    ),
    allowed(
        "a school reads it where the authority has decided so",
        replace(GANG, recipients=(_SCHOOL,), policy=LocalPolicy(schools_read_gang_facts=True)),
    ),
    refused("a school does not read it until then", replace(GANG, recipients=(_SCHOOL,)), Kind.GANG_TO_SCHOOL),
    refused(
        "a youth worker tells of a gang on his own",
        told_by(GANG, Capacity.STREET),
        *(Kind.SENDER_OUTSIDE, Kind.GANG_NOT_FROM_POLICE),
    ),
    refused(
        "what SSP got from the police goes no further, whoever agrees",
        replace(
            told_by(GANG, Capacity.SSP),
            facts=(fact(_P.GANG, received_under=LegalBasis.GANG, owner_agrees=True),),
        ),
        *(Kind.SENDER_OUTSIDE, Kind.GANG_ONWARD),
    ),
    refused("nobody is named as reader", told_to(GANG, Capacity.SSP), Kind.GANG_READERS_UNNAMED),
    refused(
        "the police last said so ninety-one days ago",
        replace(GANG, facts=(fact(_P.GANG, confirmed_on=TODAY - 91 * DAY),)),
        Kind.GANG_UNCONFIRMED,
    ),
    allowed(
        "the police said so ninety days ago",
        replace(GANG, facts=(fact(_P.GANG, confirmed_on=TODAY - 90 * DAY),)),
    ),
    refused(
        "the police have never confirmed it",
        replace(GANG, facts=(fact(_P.GANG, confirmed_on=None),)),
        Kind.GANG_UNCONFIRMED,
    ),
    refused("stk. 5 is not for what stk. 1 carries", telling(GANG, _P.PRIVATE), Kind.NO_GANG_FACT),
    refused(
        "a club is not among those who need it",
        replace(GANG, recipients=(recipient(Capacity.CLUB, readers=frozenset({"klublederen"})),)),
        Kind.BEYOND_NEED,
    ),
]
_RELATIVE_CASES = [
    allowed("the police tell a mother what her son of nineteen is suspected of", RELATIVE),
    allowed(
        "the social authority tells the parents of a man of thirty",
        about(told_by(RELATIVE, Capacity.SOCIAL), 30, PersonRole.CONCERN),
    ),
    allowed("the assessment does not speak against telling them", replace(RELATIVE, honour=HonourScreening.SAFE)),
    refused("a school cannot use § 115 a", told_by(RELATIVE, Capacity.SCHOOL), Kind.SENDER_OUTSIDE),
    refused("he is seventeen", about(RELATIVE, 17, PersonRole.SUSPECTED), Kind.AGE_OUTSIDE),
    refused("there is no effort for him", replace(RELATIVE, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused(
        "nobody has asked about honour", replace(RELATIVE, honour=HonourScreening.NOT_DONE), Kind.HONOUR_NOT_SCREENED
    ),
    refused(
        "there are signs, and nobody has weighed them",
        replace(RELATIVE, honour=HonourScreening.SIGNS),
        Kind.HONOUR_NOT_ASSESSED,
    ),
    refused("telling them would endanger her", replace(RELATIVE, honour=HonourScreening.DANGEROUS), Kind.HONOUR_DANGER),
]

CASES: list[Case] = [*_SSP_CASES, *_PSP_CASES, *_KSP_CASES, *_GANG_CASES, *_RELATIVE_CASES]
