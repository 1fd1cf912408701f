"""What is wrong whichever basis is chosen."""

from __future__ import annotations

from dataclasses import replace

from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.vocabulary import Capacity, Giver, InformationClass, LegalBasis, PersonRole, SourceGrade
from tests.sharing.cases.case import DAY, TODAY, Case, about, allowed, consent, fact, recipient, refused
from tests.sharing.cases.consents import CONSENT
from tests.sharing.cases.procedure_act import RELATIVE, SSP

_P = InformationClass
_HIDDEN = about(SSP, 15, PersonRole.SUSPECTED, has_protected_address=True)

CASES: list[Case] = [
    refused("nobody has chosen a basis", replace(SSP, basis=None), Kind.BASIS_MISSING),
    refused("nothing is told", replace(SSP, facts=()), Kind.NO_FACTS),
    refused("nobody is told", replace(SSP, recipients=()), Kind.NO_RECIPIENTS),
    refused(
        "a threat against him is never passed on",
        replace(SSP, facts=(fact(_P.PROTECTED),)),
        Kind.PROTECTED_ADDRESS,
        Kind.BEYOND_NEED,
    ),
    refused(
        "his address is hidden, and stands among the facts",
        replace(_HIDDEN, facts=(fact(_P.IDENTITY, holds_address=True),)),
        Kind.PROTECTED_ADDRESS,
    ),
    allowed("his address is hidden, and stands nowhere", _HIDDEN),
    allowed("an address that is not hidden is identity", replace(SSP, facts=(fact(_P.IDENTITY, holds_address=True),))),
    refused(
        "somebody has heard somebody say",
        replace(SSP, facts=(fact(_P.PRIVATE, grade=SourceGrade.RUMOUR),)),
        Kind.RUMOUR,
    ),
    refused("nobody remembers when", replace(SSP, facts=(fact(_P.PRIVATE, observed_on=None),)), Kind.UNDATED),
    refused("it was seen tomorrow", replace(SSP, facts=(fact(_P.PRIVATE, observed_on=TODAY + DAY),)), Kind.DATED_AHEAD),
    refused(
        "it should have been erased yesterday",
        replace(SSP, facts=(fact(_P.PRIVATE, keep_until=TODAY - DAY),)),
        Kind.OUT_OF_DATE,
    ),
    allowed("it may be kept for one day more", replace(SSP, facts=(fact(_P.PRIVATE, keep_until=TODAY),))),
    refused("it names his friends", replace(SSP, facts=(fact(_P.PRIVATE, names_others=True),)), Kind.NAMES_OTHERS),
    refused(
        "the school never agreed that it goes further",
        replace(SSP, facts=(fact(_P.PRIVATE, received_under=LegalBasis.SSP),)),
        Kind.ONWARD_UNASKED,
    ),
    allowed(
        "the school agreed that it goes further",
        replace(SSP, facts=(fact(_P.PRIVATE, received_under=LegalBasis.SSP, owner_agrees=True),)),
    ),
    refused(
        "everything is wrong at once, and everything is said",
        replace(
            SSP,
            necessity="",
            agreement=None,
            recipients=(recipient(Capacity.INVESTIGATION), recipient(Capacity.OTHER)),
            facts=(fact(_P.PRIVATE, grade=SourceGrade.RUMOUR, observed_on=None, names_others=True),),
        ),
        *(Kind.AGREEMENT_NOT_BEGUN, Kind.SENDER_NOT_PARTY, Kind.RECIPIENT_NOT_PARTY, Kind.RECIPIENT_NOT_IN_CHANNEL),
        *(Kind.RECIPIENT_INVESTIGATES, Kind.RECIPIENT_NEVER_READS, Kind.NECESSITY_MISSING, Kind.BEYOND_NEED),
        *(Kind.RUMOUR, Kind.UNDATED, Kind.NAMES_OTHERS),
    ),
    refused(
        "a withdrawn consent is still withdrawn when it has run out too",
        replace(CONSENT, consent=consent(Giver.PERSON, withdrawn_on=TODAY - DAY, valid_until=TODAY - DAY)),
        *(Kind.CONSENT_WITHDRAWN, Kind.CONSENT_EXPIRED),
    ),
    refused(
        "a relative without a day of birth to judge by",
        about(RELATIVE, None, PersonRole.SUSPECTED),
        Kind.AGE_UNKNOWN,
    ),
]
