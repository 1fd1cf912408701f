"""Breaking the glass: looking and opening are one act, so that nobody learns of a file without having opened it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.rules.words import objections_to_reason
from rundbord.emergency.models import EmergencyAccess
from rundbord.emergency.queries.opened import Found, sought
from rundbord.emergency.queries.uses import right_of
from rundbord.emergency.rules.limits import FEWEST_LETTERS, LASTS, WORKING_DAYS_TO_REVIEW, objections_to_using
from rundbord.keys.core.cpr import Cpr
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.queries import place_names
from rundbord.partnership.rules.danish_days import working_days_after
from rundbord.situation.rules.persons import stopping_words

ALREADY = {"emergency_one_at_a_time": {"": "Du har allerede en sag åben med nødadgang. Afslut den først."}}


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What came of it: a use that runs now, a file that was in reach anyway, or nothing that could be opened."""

    access: EmergencyAccess | None = None
    in_reach: UUID | None = None


def open_file(*, cpr: Cpr | None, name: str, reason: str, by: Actor) -> Sought:
    """Open the one file that bears the number or the whole name; tell its owner and the officer at once.

    What cannot be opened looks alike, whatever it is: none, several, a narrow one, a restricted copy, an exit case.
    """
    by.must(Permission.BREAK_GLASS)
    _refuse_without_right(reason, by)
    found = _only_one(sought(cpr=cpr, name=name, authority_id=by.authority_id), is_number=cpr is not None)
    if found is None:
        audit.record(Event.EMERGENCY_SOUGHT, by=by, details={"kind": "cpr" if cpr else "name"})
        return Sought()
    if YoungPerson.objects.filter(pk=found.person_id).exists():
        return Sought(in_reach=found.person_id)
    return Sought(access=_opened(found, reason, by))


def _refuse_without_right(reason: str, by: Actor) -> None:
    if wrong := objections_to_using(right_of(by)):
        raise Refused(wrong)
    if named := list(stopping_words(reason, places=place_names())):
        raise Refused({"reason": named})
    if unsaid := objections_to_reason(reason, fewest=FEWEST_LETTERS):
        raise Refused(unsaid)


def _only_one(found: list[Found], *, is_number: bool) -> Found | None:
    """A number is one person's, whose newest file counts; a name that several bear is nobody's."""
    return found[0] if len(found) == 1 or (found and is_number) else None


def _opened(found: Found, reason: str, by: Actor) -> EmergencyAccess:
    now = timezone.now()
    stale = EmergencyAccess.objects.filter(authority_id=by.authority_id, user_id=by.user_id, ended_at=None)
    stale.filter(ends_at__lte=now).update(ended_at=F("ends_at"))
    with refusing_collisions(ALREADY):
        access = EmergencyAccess.objects.create(
            authority_id=by.authority_id,
            person_id=found.person_id,
            unit_id=found.unit_id,
            lead_id=found.lead_id,
            user_id=by.user_id,
            user_label=by.user_name,
            user_unit_label=by.unit_name,
            reason=reason.strip(),
            opened_at=now,
            ends_at=now + LASTS,
            due_on=working_days_after(timezone.localdate(now), WORKING_DAYS_TO_REVIEW),
        )
    audit.record(Event.EMERGENCY_OPENED, about=access, by=by, details={"person": str(found.person_id)})
    notify(NoticeKind.EMERGENCY_OPENED, reverse("emergency:show_use", args=[access.pk]), owners_of(access), by=by)
    return access


def owners_of(access: EmergencyAccess) -> list[Recipient]:
    """Give whom a use concerns: the responsible, the leaders of the owning unit, the data-protection officer."""
    house = access.authority_id
    return [
        Recipient(authority_id=house, user_id=access.lead_id),
        Recipient(authority_id=house, role=Role.LEADER.value, unit_id=access.unit_id),
        Recipient(authority_id=house, role=Role.DPO.value),
    ]
