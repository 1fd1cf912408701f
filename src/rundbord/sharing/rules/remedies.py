"""By which paragraph each objection stands, whether filling in mends it, and what may be done instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rundbord.sharing.rules.objections import ObjectionKind as Kind
from rundbord.sharing.rules.objections import Way

_RPL = "Retsplejelovens § 115"
_STK5 = "Retsplejelovens § 115, stk. 5"
_QUALITY = "Retshåndhævelseslovens § 4, stk. 5; databeskyttelsesforordningens artikel 5"
_NEED = "Forvaltningslovens § 32"
_AGREEMENT = "Retsplejelovens § 114 og partnerskabsaftalen"
_CONSENT = "Forvaltningslovens § 28, stk. 3–4; databeskyttelsesforordningens artikel 7"
_HONOUR = "Barnets lov § 18, stk. 3"
_ADDRESS = "CPR-lovens § 6, stk. 6, og § 28"
_STATUTE = (Way.USE_BASIS, Way.ASK_CONSENT, Way.DEIDENTIFY, Way.ASK_JURIST)
_TO_ANOTHER = (Way.USE_BASIS, Way.LEAVE_RECIPIENT, Way.ASK_CONSENT, Way.SEND_UNDERRETNING, Way.DEIDENTIFY)
_WITHOUT_FACT = (Way.LEAVE_OUT, Way.USE_BASIS, Way.ASK_JURIST)
_NEW_CONSENT = (Way.ASK_CONSENT_AGAIN, Way.USE_BASIS, Way.WAIT)


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """`paragraph` is empty where the chosen basis's own paragraph is the one; `mends` when filling in is enough."""

    paragraph: str
    ways: tuple[Way, ...]
    mends: bool = False


def _mend(paragraph: str, *ways: Way) -> Remedy:
    return Remedy(paragraph=paragraph, ways=ways, mends=True)


def _bar(paragraph: str, *ways: Way) -> Remedy:
    return Remedy(paragraph=paragraph, ways=ways)


REMEDIES: Mapping[Kind, Remedy] = MappingProxyType(
    {
        Kind.BASIS_MISSING: _mend(_RPL, Way.USE_BASIS, Way.ASK_CONSENT, Way.ASK_JURIST),
        Kind.NO_FACTS: _mend(_NEED, Way.FILL_IN),
        Kind.NO_RECIPIENTS: _mend(_NEED, Way.FILL_IN),
        Kind.SUBJECT_MISSING: _bar("", Way.FILL_IN, Way.DEIDENTIFY),
        Kind.SUBJECT_NAMED: _bar("Databeskyttelsesforordningens artikel 4, nr. 1", Way.LEAVE_PERSON, Way.USE_BASIS),
        Kind.AGREEMENT_NOT_BEGUN: _bar(_AGREEMENT, Way.ASK_SECRETARY, *_TO_ANOTHER),
        Kind.AGREEMENT_ENDED: _bar(_AGREEMENT, Way.ASK_SECRETARY, *_TO_ANOTHER),
        Kind.SENDER_NOT_PARTY: _bar(_AGREEMENT, Way.ASK_SECRETARY, *_TO_ANOTHER),
        Kind.RECIPIENT_NOT_PARTY: _bar(_AGREEMENT, Way.ASK_SECRETARY, *_TO_ANOTHER),
        Kind.SENDER_NOT_IN_CHANNEL: _bar(f"{_RPL}, stk. 2", Way.ASK_ADMINISTRATOR, *_STATUTE),
        Kind.RECIPIENT_NOT_IN_CHANNEL: _bar(f"{_RPL}, stk. 2", Way.ASK_ADMINISTRATOR, *_TO_ANOTHER),
        Kind.RECIPIENT_INVESTIGATES: _bar(f"{_RPL}, stk. 2", Way.LEAVE_RECIPIENT, Way.REPORT_CRIME, Way.WAIT),
        Kind.RECIPIENT_NEVER_READS: _bar(_NEED, Way.LEAVE_RECIPIENT, Way.DEIDENTIFY),
        Kind.SENDER_OUTSIDE: _bar("", *_STATUTE, Way.SEND_UNDERRETNING),
        Kind.RECIPIENT_OUTSIDE: _bar("", *_TO_ANOTHER),
        Kind.REGIME_OUTSIDE: _bar("Retshåndhævelseslovens §§ 1 og 5", Way.USE_BASIS, Way.LEAVE_RECIPIENT),
        Kind.PURPOSE_OUTSIDE: _bar("", *_STATUTE),
        Kind.AGE_UNKNOWN: _mend("", Way.FILL_IN, Way.DEIDENTIFY),
        Kind.AGE_OUTSIDE: _bar("", *_STATUTE, Way.SEND_UNDERRETNING),
        Kind.AGE_OUTSIDE_POLICY: _bar(f"{_RPL} og jeres egen aldersgrænse", *_STATUTE, Way.SEND_UNDERRETNING),
        Kind.ROLE_OUTSIDE: _bar("Retshåndhævelseslovens § 8", *_STATUTE, Way.SEND_UNDERRETNING),
        Kind.RELEASE_GROUP_MISSING: _bar(f"{_RPL}, stk. 1, nr. 3", Way.FILL_IN, *_STATUTE),
        Kind.ORDINARY_REMAND: _bar(f"{_RPL}, stk. 1, nr. 3, litra c", *_STATUTE),
        Kind.RELEASE_GROUP_AGE: _bar(f"{_RPL}, stk. 1, nr. 3, litra b", Way.FILL_IN, *_STATUTE),
        Kind.SAME_MUNICIPALITY: _bar("Barnets lov § 132", Way.USE_BASIS, Way.LEAVE_RECIPIENT),
        Kind.NOT_THE_NOTIFIER: _bar("Barnets lov § 138", Way.LEAVE_RECIPIENT, Way.USE_BASIS),
        Kind.MEETINGS_USED: _bar("Retssikkerhedslovens § 11 e", *_STATUTE, Way.SEND_UNDERRETNING),
        Kind.NO_GANG_FACT: _bar(_STK5, Way.USE_BASIS, Way.WAIT),
        Kind.NO_OFFENCE_FACT: _bar("Databeskyttelseslovens § 8", Way.USE_BASIS, Way.WAIT),
        Kind.DOCUMENTATION_MISSING: _mend("Barnets lov § 130", Way.FILL_IN),
        Kind.NECESSITY_MISSING: _mend("", Way.WRITE_NECESSITY, Way.DEIDENTIFY, Way.WAIT),
        Kind.NECESSITY_COPIED: _mend("", Way.WRITE_NECESSITY, Way.WAIT),
        Kind.REQUIREMENT_MISSING: _mend("", Way.FILL_IN, Way.USE_BASIS, Way.DEIDENTIFY, Way.WAIT),
        Kind.OFFENCE_GROUND_MISSING: _mend("Databeskyttelseslovens § 8, stk. 2", Way.FILL_IN, Way.ASK_CONSENT),
        Kind.OFFENCE_GROUND_UNFIT: _mend("Databeskyttelseslovens § 8, stk. 2, nr. 1", Way.ASK_CONSENT, Way.FILL_IN),
        Kind.CONSENT_MISSING: _mend(_CONSENT, Way.ASK_CONSENT, Way.USE_BASIS, Way.DEIDENTIFY, Way.WAIT),
        Kind.CONSENT_WITHDRAWN: _bar(_CONSENT, Way.WAIT, Way.USE_BASIS, Way.ASK_JURIST),
        Kind.CONSENT_EXPIRED: _mend(_CONSENT, *_NEW_CONSENT),
        Kind.CONSENT_NOT_FREE: _mend(_CONSENT, *_NEW_CONSENT),
        Kind.CONSENT_NOT_INFORMED: _mend(_CONSENT, *_NEW_CONSENT),
        Kind.CONSENT_NOT_WRITTEN: _mend(_CONSENT, *_NEW_CONSENT),
        Kind.CONSENT_NOT_BY_PERSON: _mend(_CONSENT, *_NEW_CONSENT),
        Kind.CONSENT_NOT_BY_CUSTODY: _mend(_CONSENT, *_NEW_CONSENT),
        Kind.CONSENT_OTHER_RECIPIENT: _mend(_CONSENT, Way.LEAVE_RECIPIENT, *_NEW_CONSENT),
        Kind.CONSENT_OTHER_PURPOSE: _mend(_CONSENT, Way.USE_BASIS, *_NEW_CONSENT),
        Kind.CONSENT_OTHER_CLASS: _mend(_CONSENT, Way.LEAVE_OUT, *_NEW_CONSENT),
        Kind.HONOUR_NOT_SCREENED: _mend(_HONOUR, Way.ASK_CHILD_WELFARE, Way.LEAVE_RECIPIENT),
        Kind.HONOUR_NOT_ASSESSED: _bar(_HONOUR, Way.ASK_CHILD_WELFARE, Way.LEAVE_RECIPIENT, Way.SEND_UNDERRETNING),
        Kind.HONOUR_DANGER: _bar(_HONOUR, Way.LEAVE_RECIPIENT, Way.ASK_CHILD_WELFARE, Way.SEND_UNDERRETNING),
        Kind.CLASS_OUTSIDE: _bar("", *_WITHOUT_FACT),
        Kind.BEYOND_NEED: _bar(_NEED, Way.LEAVE_OUT, Way.ASK_LEADER),
        Kind.PROTECTED_ADDRESS: _bar(_ADDRESS, Way.LEAVE_OUT),
        Kind.SPECIAL_NOT_APPROVED: _mend(
            "Retshåndhævelseslovens § 10; databeskyttelseslovens § 7, stk. 4", Way.ASK_LEADER, Way.LEAVE_OUT
        ),
        Kind.GANG_NOT_FROM_POLICE: _bar(_STK5, Way.LEAVE_OUT, Way.ASK_POLICE),
        Kind.GANG_ONWARD: _bar(_STK5, Way.LEAVE_OUT, Way.ASK_POLICE),
        Kind.GANG_UNCONFIRMED: _mend(_STK5, Way.ASK_CONFIRMATION, Way.LEAVE_OUT),
        Kind.GANG_READERS_UNNAMED: _mend(_STK5, Way.NAME_READERS, Way.LEAVE_RECIPIENT),
        Kind.GANG_TO_SCHOOL: _bar(_STK5, Way.LEAVE_RECIPIENT, Way.ASK_JURIST),
        Kind.NOT_EXIT_COORDINATOR: _bar("Samtykket i exit-forløbet", Way.LEAVE_RECIPIENT, Way.USE_BASIS),
        Kind.ONWARD_UNASKED: _mend("Retshåndhævelseslovens § 6", Way.ASK_OWNER, Way.LEAVE_OUT),
        Kind.RUMOUR: _bar(_QUALITY, Way.LEAVE_OUT, Way.PUT_RIGHT),
        Kind.UNDATED: _mend(_QUALITY, Way.PUT_RIGHT, Way.LEAVE_OUT),
        Kind.DATED_AHEAD: _mend(_QUALITY, Way.PUT_RIGHT, Way.LEAVE_OUT),
        Kind.OUT_OF_DATE: _bar(
            "Retshåndhævelseslovens § 7; databeskyttelsesforordningens artikel 5", Way.LEAVE_OUT, Way.PUT_RIGHT
        ),
        Kind.NAMES_OTHERS: _mend("Retshåndhævelseslovens §§ 4 og 9", Way.PUT_RIGHT, Way.LEAVE_OUT),
    }
)
