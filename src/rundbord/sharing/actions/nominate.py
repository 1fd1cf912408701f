"""Nominate an own file in a round: whether another authority follows the same young person is told when it closes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.core.matching import leaf_of, mark_of, salt_of
from rundbord.keys.current import commitment_key, round_keys
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.actions.ask_without_name import function_of, unit_of
from rundbord.sharing.models import Nomination, NominationMark, WhoElseRound
from rundbord.sharing.queries.nominating import BASIS, Told, proposal_of
from rundbord.sharing.queries.who_else import former_reason, nominated_by_authority
from rundbord.sharing.rules.judging import objections_to
from rundbord.sharing.rules.who_else import Nominating, NominationKind, objections_to_nominating
from rundbord.sharing.vocabulary import DisclosurePurpose, PersonRole

ONCE = {"nomination_once_a_round": {"": "Sagen er allerede indmeldt i runden."}}


@dataclass(frozen=True, kw_only=True)
class Nominee:
    """An own file, as the app that keeps it knows it; `cpr` is None where the number is not known."""

    about_id: UUID
    data_key_id: UUID
    opened_at: datetime
    cpr: Cpr | None
    born_on: date | None
    role: PersonRole


@dataclass(frozen=True, kw_only=True)
class NominationTerms:
    """What is asked of it, for which purpose, and why it is necessary."""

    kind: NominationKind
    purpose: DisclosurePurpose
    reason: str


def nominate(nominee: Nominee, terms: NominationTerms, *, into: WhoElseRound, by: Actor) -> Nomination:
    """Nominate; what is done, logged and answered is the same whether anybody else follows the young person or not."""
    by.must(Permission.NOMINATE)
    cpr = _lawful(nominee, terms, into=into, by=by)
    nomination = _nomination(nominee, terms, into=into, by=by)
    with refusing_collisions(ONCE):
        nomination.save(force_insert=True)
        _mark(nomination, cpr, into=into)
    details = {"round": str(into.pk), "file": str(nominee.about_id), "kind": terms.kind.value}
    audit.record(Event.NOMINATED, about=nomination, by=by, details=details)
    return nomination


def _lawful(nominee: Nominee, terms: NominationTerms, *, into: WhoElseRound, by: Actor) -> Cpr:
    """Give every objection at once: those of the round, then those of the law."""
    facts = Nominating(
        file_opened_at=nominee.opened_at,
        has_cpr=nominee.cpr is not None,
        closes_at=into.closes_at,
        now=timezone.now(),
        nominated=nominated_by_authority(into.pk),
    )
    told = Told(
        unit_id=unit_of(by),
        born_on=nominee.born_on,
        role=nominee.role,
        purpose=terms.purpose,
        reason=terms.reason,
        former_reason=former_reason(by),
    )
    legal = [f"{each.sentence} {each.paragraph}".strip() for each in objections_to(proposal_of(told))]
    objections = [*objections_to_nominating(facts), *legal]
    if objections or nominee.cpr is None:
        raise Refused(objections)
    return nominee.cpr


def _nomination(nominee: Nominee, terms: NominationTerms, *, into: WhoElseRound, by: Actor) -> Nomination:
    nomination = Nomination(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=unit_of(by),
        round=into,
        about_id=nominee.about_id,
        data_key_id=nominee.data_key_id,
        kind=terms.kind.value,
        basis=BASIS.value,
        purpose=terms.purpose.value,
        role=nominee.role.value,
        job=by.role,
        nominated_at=timezone.now(),
        nominated_by=by.user_id,
        nominated_label=function_of(by),
    )
    key = open_key(nominee.data_key_id)
    nomination.reason = key.seal(terms.reason.strip(), at=place_of(nomination, "reason"))
    return nomination


def _mark(nomination: Nomination, cpr: Cpr, *, into: WhoElseRound) -> None:
    salt = salt_of(nomination.pk, commitment_key(nomination.authority_id))
    NominationMark(
        authority_id=nomination.authority_id,
        nomination_id=nomination.pk,
        round_id=into.pk,
        mark=mark_of(cpr, round_keys().key(into.authority_id, into.pk)),
        leaf=leaf_of(cpr, salt),
    ).save(force_insert=True)
