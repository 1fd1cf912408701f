"""Consent to exit — samtykke: noted as it was signed, and withdrawn in one act that ends passing on at once."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import add_move, held, key_of, label_of, sealed, settle
from rundbord.interventions.actions.exit_recalling import recall_all, recall_beyond
from rundbord.interventions.exit_vocabulary import ExitRecallCause, ExitState
from rundbord.interventions.models import ExitCase, ExitConsent
from rundbord.interventions.rules.exit_consent import ConsentGiven, objections_to_consent
from rundbord.interventions.rules.exit_states import OVER
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.core.trouble import KeyUnknown


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signed: full name, and the digits of the CPR number where it is known."""

    name: str
    cpr: str = ""


def give_consent(
    case: ExitCase, given: ConsentGiven, *, signer: Signer, recipients: Collection[UUID] = (), by: Actor
) -> ExitConsent:
    """Note a consent, the first or a renewed one; with the first one the case may name its person.

    `recipients` are the users of other parties whom it names. A renewed one ends the former: whoever is named no
    longer loses what they were told.
    """
    standing = held(case, by=by)
    if ExitState(standing.state).is_over:
        raise Refused(OVER)
    objections = objections_to_consent(given, today=timezone.localdate())
    if not signer.name.strip():
        objections["name"] = ["Skriv navnet, som det står på samtykket."]
    if objections:
        raise Refused(objections)
    ExitConsent.objects.filter(case=standing, withdrawn_at=None).update(withdrawn_at=timezone.now())
    row = _note(standing, given, recipients, by=by)
    recall_beyond(row, by=by)
    _name(standing, given, signer)
    if standing.state == ExitState.ENQUIRY:
        standing.state, standing.state_since = ExitState.CONSENT.value, timezone.localdate()
        add_move(standing, ExitState.CONSENT, by=by)
    standing.consent_until = given.valid_until
    standing.save(update_fields=["name", "born_on", "cpr", "state", "state_since", "consent_until"])
    settle(standing)
    told = {"months": given.months, "readers": len(row.recipients)}
    audit.record(Event.EXIT_CONSENTED, about=standing, by=by, details=told)
    return row


def withdraw_consent(case: ExitCase, *, at_once: bool = False, by: Actor) -> None:
    """Note that the person took the consent back: nothing more passes on, and everything is deleted.

    All that was told under it is taken back in this very act, and cannot be read by its recipients any more.
    The words are destroyed after `EXIT_WITHDRAWN_DAYS`, or, on the person's wish, in this very act
    (databeskyttelsesforordningen art. 7, stk. 3, and art. 17).
    """
    standing = held(case, by=by)
    if standing.state == ExitState.ENQUIRY or ExitState(standing.state).is_over:
        raise Refused("Der er intet samtykke i kraft at trække tilbage.")
    now, today = timezone.now(), timezone.localdate()
    ExitConsent.objects.filter(case=standing, withdrawn_at=None).update(withdrawn_at=now)
    recall_all(standing, ExitRecallCause.WITHDRAWN, by=by)
    add_move(standing, ExitState.WITHDRAWN, by=by)
    wait = 0 if at_once else settings.EXIT_WITHDRAWN_DAYS
    ExitCase.objects.filter(pk=standing.pk).update(
        state=ExitState.WITHDRAWN.value,
        state_since=today,
        consent_until=None,
        next_on=None,
        ended_at=now,
        delete_on=today + timedelta(days=wait),
    )
    audit.record(Event.EXIT_WITHDRAWN, about=standing, by=by, details={"at_once": at_once})
    if at_once:
        destroy_words(standing, by=by)


def destroy_words(case: ExitCase, *, by: Actor) -> None:
    """Destroy the key of a case, so that no copy of it can be read; the row itself goes at night."""
    try:
        destroy_data_key(case.data_key, by=by)
    except KeyUnknown:
        return
    audit.record(Event.EXIT_WORDS_DESTROYED, about=case, by=by)


def _note(case: ExitCase, given: ConsentGiven, recipients: Collection[UUID], *, by: Actor) -> ExitConsent:
    row = ExitConsent(
        authority_id=case.authority_id,
        case=case,
        recipients=sorted(recipients, key=str),
        given_on=given.given_on,
        valid_until=given.valid_until,
        noted_at=timezone.now(),
        noted_by=by.user_id,
        noted_label=label_of(by),
    )
    named = {side.value: name.strip() for side, name in given.coordinators.items()}
    row.coordinators = sealed(row, "coordinators", json.dumps(named, ensure_ascii=False), key_of(case)) or b""
    row.save(force_insert=True)
    return row


def _name(case: ExitCase, given: ConsentGiven, signer: Signer) -> None:
    """Seal who it is: only now may the case say it."""
    key = key_of(case)
    case.name = sealed(case, "name", signer.name, key)
    # A renewed consent need not say the number again.
    if signer.cpr:
        case.cpr = sealed(case, "cpr", signer.cpr, key)
    case.born_on = sealed(case, "born_on", given.born_on.isoformat() if given.born_on else "", key)
