"""Consent to exit — samtykke: noted as it was signed, and withdrawn in one act that ends passing on at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import add_move, held, key_of, label_of, sealed, settle
from rundbord.interventions.actions.exit_letters import ask_back_all, ask_back_beyond
from rundbord.interventions.actions.exit_recalling import recall_all, recall_beyond
from rundbord.interventions.exit_vocabulary import ExitRecallCause, ExitSide, ExitState
from rundbord.interventions.models import ExitCase, ExitConsent
from rundbord.interventions.queries.exit_letters import outsiders_named
from rundbord.interventions.rules.exit_consent import ConsentGiven, objections_to_consent
from rundbord.interventions.rules.exit_letters import Outsider, capacity_of_side, objections_to_outsiders
from rundbord.interventions.rules.exit_states import OVER
from rundbord.keys.actions import destroy_data_key
from rundbord.keys.core.trouble import KeyUnknown
from rundbord.sharing.vocabulary import Capacity


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signed: full name, and the digits of the CPR number where it is known."""

    name: str
    cpr: str = ""


@dataclass(frozen=True, kw_only=True)
class ByLetter:
    """Whom a consent lets be told on paper: coordinators without a seat here, and others as kind and name by field."""

    sides: Collection[ExitSide] = ()
    others: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def give_consent(
    case: ExitCase,
    given: ConsentGiven,
    *,
    signer: Signer,
    recipients: Collection[UUID] = (),
    by_letter: ByLetter | None = None,
    by: Actor,
) -> ExitConsent:
    """Note a consent, the first or a renewed one; with the first one the case may name its person.

    `recipients` are the users of other parties whom it names. A renewed one ends the former: whoever is named no
    longer loses what they were told.
    """
    by_letter = by_letter or ByLetter()
    standing = held(case, by=by)
    if ExitState(standing.state).is_over:
        raise Refused(OVER)
    sides = {side: given.coordinators.get(side, "") for side in by_letter.sides}
    objections = objections_to_consent(given, today=timezone.localdate()) | objections_to_outsiders(
        sides, by_letter.others
    )
    if not signer.name.strip():
        objections["name"] = ["Skriv navnet, som det står på samtykket."]
    if objections:
        raise Refused(objections)
    outsiders = _outsiders(given, by_letter, outsiders_named(standing))
    ExitConsent.objects.filter(case=standing, withdrawn_at=None).update(withdrawn_at=timezone.now())
    row = _note(standing, given, recipients, outsiders, by=by)
    recall_beyond(row, by=by)
    ask_back_beyond(row, by=by)
    _name(standing, given, signer)
    if standing.state == ExitState.ENQUIRY:
        standing.state, standing.state_since = ExitState.CONSENT.value, timezone.localdate()
        add_move(standing, ExitState.CONSENT, by=by)
    standing.consent_until = given.valid_until
    standing.save(update_fields=["name", "born_on", "cpr", "state", "state_since", "consent_until"])
    settle(standing)
    told = {"months": given.months, "readers": len(row.recipients), "letters": len(row.outsider_ids)}
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
    ask_back_all(standing, ExitRecallCause.WITHDRAWN, by=by)
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


def _note(
    case: ExitCase, given: ConsentGiven, recipients: Collection[UUID], outsiders: list[Outsider], *, by: Actor
) -> ExitConsent:
    row = ExitConsent(
        authority_id=case.authority_id,
        case=case,
        recipients=sorted(recipients, key=str),
        outsider_ids=[each.key for each in outsiders],
        given_on=given.given_on,
        valid_until=given.valid_until,
        noted_at=timezone.now(),
        noted_by=by.user_id,
        noted_label=label_of(by),
    )
    sides = {side.value: name.strip() for side, name in given.coordinators.items()}
    key = key_of(case)
    row.coordinators = sealed(row, "coordinators", json.dumps(sides, ensure_ascii=False), key) or b""
    row.outsiders = sealed(row, "outsiders", _as_json(outsiders), key) if outsiders else None
    row.save(force_insert=True)
    return row


def _outsiders(given: ConsentGiven, by_letter: ByLetter, former: Collection[Outsider]) -> list[Outsider]:
    """Give whom letters may go to; whoever was named before keeps the key, so that their letters stand."""
    keys = {(each.name, each.capacity, each.is_coordinator): each.key for each in former}
    whom = [
        *((given.coordinators[side].strip(), capacity_of_side(side), True) for side in by_letter.sides),
        *((name.strip(), Capacity(kind), False) for kind, name in by_letter.others.values() if kind),
    ]
    return [
        Outsider(key=keys.get((name, capacity, is_one)) or uuid4(), name=name, capacity=capacity, is_coordinator=is_one)
        for name, capacity, is_one in whom
    ]


def _as_json(outsiders: Iterable[Outsider]) -> str:
    told = [
        {
            "key": str(each.key),
            "name": each.name,
            "capacity": each.capacity.value,
            "is_coordinator": each.is_coordinator,
        }
        for each in outsiders
    ]
    return json.dumps(told, ensure_ascii=False)


def _name(case: ExitCase, given: ConsentGiven, signer: Signer) -> None:
    """Seal who it is: only now may the case say it."""
    key = key_of(case)
    case.name = sealed(case, "name", signer.name, key)
    # A renewed consent need not say the number again.
    if signer.cpr:
        case.cpr = sealed(case, "cpr", signer.cpr, key)
    case.born_on = sealed(case, "born_on", given.born_on.isoformat() if given.born_on else "", key)
