"""Barnets lov, and retssikkerhedsloven §§ 11 e–f."""

from __future__ import annotations

from dataclasses import replace

from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.proposals import Subject
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    HonourScreening,
    InformationClass,
    LegalBasis,
    PersonRole,
    Requirement,
)
from tests.sharing.cases.case import (
    DAY,
    GLADSAXE,
    TODAY,
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

EARLY_HELP = proposal(
    LegalBasis.EARLY_HELP,
    DisclosurePurpose.EARLY_HELP,
    sender=sender(Capacity.SCHOOL),
    recipients=(recipient(Capacity.HEALTH), recipient(Capacity.CHILD_WELFARE)),
    subject=subject(8, PersonRole.CONCERN),
    facts=facts(_P.IDENTITY, _P.PRIVATE),
)
ABUSE = proposal(
    LegalBasis.ABUSE,
    DisclosurePurpose.PREVENT_ABUSE,
    sender=sender(Capacity.CHILD_WELFARE),
    recipients=(recipient(Capacity.POLICE),),
    subject=subject(6, PersonRole.VICTIM),
    facts=facts(_P.IDENTITY, _P.PRIVATE),
    present=frozenset({Requirement.ABUSE_RISK}),
)
NOTIFY = proposal(
    LegalBasis.NOTIFY,
    DisclosurePurpose.CHILD_SUPPORT,
    sender=sender(Capacity.POLICE),
    recipients=(recipient(Capacity.INTAKE),),
    subject=subject(12, PersonRole.VICTIM),
    facts=facts(_P.IDENTITY, _P.PRIVATE),
    necessity="",
    present=frozenset({Requirement.CHILD_IN_NEED, Requirement.OWN_KNOWLEDGE}),
)
NOTIFY_ALL = replace(
    NOTIFY,
    basis=LegalBasis.NOTIFY_ALL,
    sender=sender(Capacity.ASSOCIATION),
    present=frozenset({Requirement.NEGLECT}),
)
MOVE = proposal(
    LegalBasis.MOVE,
    DisclosurePurpose.HANDOVER,
    sender=sender(Capacity.CHILD_WELFARE),
    recipients=(recipient(Capacity.CHILD_WELFARE, authority=GLADSAXE),),
    subject=subject(11, PersonRole.CONCERN),
    facts=facts(_P.IDENTITY, _P.PRIVATE),
    present=frozenset({Requirement.SUPPORT_NEEDED}),
)
FEEDBACK = proposal(
    LegalBasis.FEEDBACK,
    DisclosurePurpose.FEEDBACK,
    sender=sender(Capacity.CHILD_WELFARE),
    recipients=(recipient(Capacity.SCHOOL, is_notifier=True),),
    subject=subject(11, PersonRole.CONCERN),
    facts=facts(_P.PRIVATE),
    present=frozenset({Requirement.NOTHING_AGAINST}),
)
NETWORK_COUNCIL = proposal(
    LegalBasis.NETWORK_COUNCIL,
    DisclosurePurpose.NETWORK_COUNCIL,
    sender=sender(Capacity.CHILD_WELFARE),
    recipients=(recipient(Capacity.YOUNG_PERSON), recipient(Capacity.CUSTODY_HOLDER), recipient(Capacity.POLICE)),
    subject=subject(16, PersonRole.SUSPECTED),
    facts=facts(_P.IDENTITY, _P.OFFENCE),
    documented_on=TODAY - 2 * DAY,
    present=frozenset({Requirement.NOT_YOUTH_BOARD}),
)

_EARLY_CASES = [
    allowed("a school meets with the health nurse and child welfare about a girl of eight", EARLY_HELP),
    allowed(
        "one follow-up meeting in a special case",
        replace(EARLY_HELP, meetings_held=1, present=frozenset({Requirement.SPECIAL_CASE})),
    ),
    refused("a follow-up without anything special", replace(EARLY_HELP, meetings_held=1), Kind.REQUIREMENT_MISSING),
    refused("a third meeting", replace(EARLY_HELP, meetings_held=2), Kind.MEETINGS_USED),
    refused("the police are not in SSD", told_to(EARLY_HELP, Capacity.POLICE), Kind.RECIPIENT_OUTSIDE),
    refused("the police do not speak in SSD", told_by(EARLY_HELP, Capacity.POLICE), Kind.SENDER_OUTSIDE),
    refused("she has turned eighteen", about(EARLY_HELP, 18, PersonRole.CONCERN), Kind.AGE_OUTSIDE),
    refused(
        "suspicions are no matter for SSD",
        told_to(telling(EARLY_HELP, _P.OFFENCE), Capacity.CHILD_WELFARE),
        Kind.CLASS_OUTSIDE,
    ),
]
_ABUSE_CASES = [
    allowed("child welfare tells the police of a child who may be abused", ABUSE),
    allowed(
        "the police tell the prosecution and child welfare",
        told_to(told_by(ABUSE, Capacity.POLICE), Capacity.PROSECUTION, Capacity.CHILD_WELFARE),
    ),
    refused(
        "what the child is suspected of is another matter", about(ABUSE, 14, PersonRole.SUSPECTED), Kind.ROLE_OUTSIDE
    ),
    refused("nobody says that there is a danger", replace(ABUSE, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused("a school notifies instead", told_by(ABUSE, Capacity.SCHOOL), Kind.SENDER_OUTSIDE),
    refused("nobody knows whether it is a child", about(ABUSE, None, PersonRole.VICTIM), Kind.AGE_UNKNOWN),
]
_NOTIFY_CASES = [
    allowed("an officer notifies of a boy whom he found alone at night", NOTIFY),
    allowed("an investigator has the same duty", told_by(NOTIFY, Capacity.INVESTIGATION)),
    allowed(
        "a teacher notifies of a child not yet two", about(told_by(NOTIFY, Capacity.SCHOOL), 1, PersonRole.CONCERN)
    ),
    allowed(
        "a child who is not yet born",
        replace(NOTIFY, subject=Subject(born_on=TODAY + 30 * DAY, role=PersonRole.CONCERN)),
    ),
    refused(
        "the duty cannot be left to a colleague",
        replace(NOTIFY, present=frozenset({Requirement.CHILD_IN_NEED})),
        Kind.REQUIREMENT_MISSING,
    ),
    refused("he is eighteen", about(NOTIFY, 18, PersonRole.CONCERN), Kind.AGE_OUTSIDE),
    refused("an underretning goes to the intake and not to SSP", told_to(NOTIFY, Capacity.SSP), Kind.RECIPIENT_OUTSIDE),
    refused(
        "affiliation with a gang does not travel in an underretning",
        telling(NOTIFY, _P.GANG),
        Kind.CLASS_OUTSIDE,
        Kind.GANG_READERS_UNNAMED,
        Kind.BEYOND_NEED,
    ),
]
_NOTIFY_ALL_CASES = [
    allowed("a trainer notifies of a neglected child", NOTIFY_ALL),
    allowed("a caretaker of a housing organisation notifies", told_by(NOTIFY_ALL, Capacity.HOUSING)),
    refused("nothing dangerous was seen", replace(NOTIFY_ALL, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused("a trainer does not tell the police by it", told_to(NOTIFY_ALL, Capacity.POLICE), Kind.RECIPIENT_OUTSIDE),
    refused("it is for children", about(NOTIFY_ALL, 40, PersonRole.CONCERN), Kind.AGE_OUTSIDE),
]
_MOVE_CASES = [
    allowed("Herlev tells Gladsaxe of a boy who moves there", MOVE),
    allowed("the file says what he was suspected of", telling(MOVE, _P.IDENTITY, _P.OFFENCE)),
    refused("he stays in the municipality", told_to(MOVE, Capacity.CHILD_WELFARE), Kind.SAME_MUNICIPALITY),
    refused("he needs no more support", replace(MOVE, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused(
        "the police of the new town are not who is told",
        told_to(MOVE, Capacity.POLICE),
        Kind.RECIPIENT_OUTSIDE,
    ),
]
_FEEDBACK_CASES = [
    allowed("the teacher who notified hears that support was begun", FEEDBACK),
    allowed(
        "so does the officer who notified",
        replace(FEEDBACK, recipients=(recipient(Capacity.POLICE, is_notifier=True),)),
    ),
    refused("a teacher who did not notify hears nothing", told_to(FEEDBACK, Capacity.SCHOOL), Kind.NOT_THE_NOTIFIER),
    refused("something speaks against it", replace(FEEDBACK, present=frozenset()), Kind.REQUIREMENT_MISSING),
    refused(
        "what it is suspected of is no feedback",
        replace(telling(FEEDBACK, _P.OFFENCE), recipients=(recipient(Capacity.POLICE, is_notifier=True),)),
        Kind.CLASS_OUTSIDE,
    ),
]
_COUNCIL_CASES = [
    allowed("child welfare calls a young man, his mother and the police", NETWORK_COUNCIL),
    allowed(
        "a call after the seven days is late, and still owed", replace(NETWORK_COUNCIL, documented_on=TODAY - 9 * DAY)
    ),
    refused(
        "the police have sent no documentation",
        replace(NETWORK_COUNCIL, documented_on=None),
        Kind.DOCUMENTATION_MISSING,
    ),
    refused(
        "the documentation is dated tomorrow",
        replace(NETWORK_COUNCIL, documented_on=TODAY + DAY),
        Kind.DOCUMENTATION_MISSING,
    ),
    refused(
        "the case is with the youth board", replace(NETWORK_COUNCIL, present=frozenset()), Kind.REQUIREMENT_MISSING
    ),
    refused("she is not suspected of anything", about(NETWORK_COUNCIL, 16, PersonRole.CONCERN), Kind.ROLE_OUTSIDE),
    refused(
        "the mother is not called before honour is asked about",
        replace(NETWORK_COUNCIL, honour=HonourScreening.NOT_DONE),
        Kind.HONOUR_NOT_SCREENED,
    ),
    refused(
        "the network is not told of an offence",
        told_to(NETWORK_COUNCIL, Capacity.YOUNG_PERSON, Capacity.NETWORK),
        Kind.BEYOND_NEED,
    ),
]

CASES: list[Case] = [
    *(*_EARLY_CASES, *_ABUSE_CASES, *_NOTIFY_CASES, *_NOTIFY_ALL_CASES),
    *(*_MOVE_CASES, *_FEEDBACK_CASES, *_COUNCIL_CASES),
]
