"""Clearances: asking to know who the groups are, and the police's answer: given until a day, refused, withdrawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.conflicts.actions.name_groups import must_be_police
from rundbord.conflicts.actions.writing import locked, path_of
from rundbord.conflicts.models import Clearance, ClearanceRequest, Conflict
from rundbord.conflicts.rules.clearing import USUAL_DAYS, clearance_end, objections_to_clearance
from rundbord.conflicts.rules.facts import objections_to_owner
from rundbord.conflicts.rules.words import objections_to_words
from rundbord.conflicts.vocabulary import Answer
from rundbord.identity.models import Authority, Unit
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Party
from rundbord.partnership.vocabulary import Audience


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """Why somebody is to know, and for how many days."""

    reason: str
    days: int = USUAL_DAYS


def ask_clearance(conflict: Conflict, *, reason: str, overridden: Collection[str] = (), by: Actor) -> ClearanceRequest:
    """Ask the police to be told who the groups are."""
    by.must(Permission.SEE_CONFLICTS)
    if unsaid := objections_to_words(reason, sentence="Skriv, hvad du skal bruge det til i den forebyggende indsats."):
        raise Refused({"reason": unsaid})
    waiting = ClearanceRequest.objects.filter(conflict=conflict, user_id=by.user_id, answer=Answer.WAITING)
    if waiting.exists():
        raise Refused("Du har allerede spurgt. Politiet svarer her og med en besked.")
    request = ClearanceRequest.objects.create(
        partnership_id=conflict.partnership_id,
        authority_id=by.authority_id,
        audience=Audience.POLICE.value,
        conflict=conflict,
        unit_id=by.unit_id,
        user_id=by.user_id,
        user_label=f"{by.user_name}, {by.unit_name}, {by.authority_name}",
        reason=reason,
        at=timezone.now(),
        answer=Answer.WAITING.value,
    )
    audit.record(Event.CLEARANCE_ASKED, about=request, by=by, details={"conflict": str(conflict.pk)})
    audit.record_overriding(overridden, about=request, by=by)
    _tell_police(conflict, by=by)
    return request


def clear_unit(
    conflict: Conflict, unit: Unit, grounds: Grounds, *, overridden: Collection[str] = (), by: Actor
) -> Clearance:
    """Let everybody who works in a unit know, until a day."""
    must_be_police(by)
    if objections := _objections_to_reader(conflict, unit.authority):
        raise Refused(objections)
    label = f"{unit.name}, {unit.authority.name}"
    clearance = _give(conflict, grounds, recipient_id=unit.authority_id, unit=unit, recipient_label=label, by=by)
    _log_given(clearance, overridden=overridden, by=by)
    notify(NoticeKind.CLEARANCE_GIVEN, path_of(conflict), [Recipient.whole(unit)], by=by)
    return clearance


def clear_asker(
    request: ClearanceRequest, grounds: Grounds, *, overridden: Collection[str] = (), by: Actor
) -> Clearance:
    """Let the one user who asked know, until a day."""
    must_be_police(by)
    _waiting(request)
    clearance = _give(
        request.conflict,
        grounds,
        recipient_id=request.authority_id,
        user_id=request.user_id,
        recipient_label=request.user_label,
        by=by,
    )
    _log_given(clearance, overridden=overridden, by=by)
    _answer(request, Answer.GIVEN, NoticeKind.CLEARANCE_GIVEN, why="", by=by)
    return clearance


def refuse_clearance(request: ClearanceRequest, *, reason: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Say no, and why."""
    must_be_police(by)
    _waiting(request)
    if unsaid := objections_to_words(reason, sentence="Skriv kort, hvorfor adgang ikke kan gives."):
        raise Refused({"reason": unsaid})
    audit.record(Event.CLEARANCE_REFUSED, about=request, by=by)
    audit.record_overriding(overridden, about=request, by=by)
    _answer(request, Answer.REFUSED, NoticeKind.CLEARANCE_REFUSED, why=reason, by=by)


def withdraw_clearance(clearance: Clearance, *, reason: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Take a clearance back: from the next reading on the groups are hidden again."""
    must_be_police(by)
    if unsaid := objections_to_words(reason, sentence="Skriv kort, hvorfor adgangen trækkes tilbage."):
        raise Refused({"reason": unsaid})
    standing = Clearance.objects.filter(pk=clearance.pk, authority_id=by.authority_id, withdrawn_at=None)
    if not standing.update(withdrawn_at=timezone.now(), withdrawn_why=reason):
        raise Refused("Adgangen er allerede trukket tilbage.")
    audit.record(Event.CLEARANCE_WITHDRAWN, about=clearance, by=by)
    audit.record_overriding(overridden, about=clearance, by=by)


def _give(conflict: Conflict, grounds: Grounds, *, by: Actor, **whom: object) -> Clearance:
    standing = locked(conflict)
    now = timezone.now()
    recipient = {name: value for name, value in whom.items() if name in {"unit", "user_id"}}
    there = Clearance.objects.filter(
        conflict=standing, authority_id=by.authority_id, withdrawn_at=None, expires_at__gt=now, **recipient
    )
    if objections := objections_to_clearance(reason=grounds.reason, already=there.exists()):
        raise Refused(objections)
    return Clearance.objects.create(
        partnership_id=standing.partnership_id,
        authority_id=by.authority_id,
        conflict=standing,
        reason=grounds.reason,
        given_at=now,
        given_by=by.user_id,
        expires_at=clearance_end(now, days=grounds.days),
        **whom,
    )


def _log_given(clearance: Clearance, *, overridden: Collection[str], by: Actor) -> None:
    audit.record(Event.CLEARANCE_GIVEN, about=clearance, by=by, details={"recipient": str(clearance.recipient_id)})
    audit.record_overriding(overridden, about=clearance, by=by)


def _answer(request: ClearanceRequest, answer: Answer, kind: NoticeKind, *, why: str, by: Actor) -> None:
    ClearanceRequest.objects.filter(pk=request.pk).update(
        answer=answer.value, answered_at=timezone.now(), answer_why=why
    )
    asker = Recipient(authority_id=request.authority_id, user_id=request.user_id)
    notify(kind, path_of(request.conflict), [asker], by=by)


def _waiting(request: ClearanceRequest) -> None:
    standing = ClearanceRequest.objects.select_for_update().get(pk=request.pk)
    if standing.answer != Answer.WAITING:
        raise Refused("En kollega har allerede svaret.")


def _objections_to_reader(conflict: Conflict, authority: Authority) -> dict[str, list[str]]:
    unread = objections_to_owner(
        audience=conflict.audience,
        writer=conflict.authority_id,
        owner=authority.pk,
        owner_is_police=authority.kind == AuthorityKind.POLICE,
    )
    return {"unit": ["Enheden kan ikke læse konflikten og har derfor ingen brug for adgang."]} if unread else {}


def _tell_police(conflict: Conflict, *, by: Actor) -> None:
    police = Party.objects.filter(authority__kind=AuthorityKind.POLICE, left_on=None).values_list(
        "authority_id", flat=True
    )
    officers = [Recipient(authority_id=authority, role=Role.OFFICER.value) for authority in police]
    path = reverse("conflicts:clearances", args=[conflict.pk])
    notify(NoticeKind.CLEARANCE_ASKED, path, officers, by=by)
