"""Giving a user a duty, as their own or in place of somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Duty, Unit, User
from rundbord.identity.queries import period_of, periods_held
from rundbord.identity.rules import DutyProposal, objections_to_duty
from rundbord.identity.rules.duties import Period
from rundbord.identity.vocabulary import AuthorityKind


@dataclass(frozen=True, kw_only=True)
class DutyTerms:
    """In which unit, as what, and when; the last day counts, None is open."""

    unit: Unit
    role: Role
    starts_on: date
    ends_on: date | None = None

    @property
    def period(self) -> Period:
        """The days of the duty."""
        return Period(starts_on=self.starts_on, ends_on=self.ends_on)


def give_duty(user: User, terms: DutyTerms, *, substitutes: Duty | None = None, by: Actor) -> Duty:
    """Give the duty, or raise Refused with every reason; a substitute stands in for a duty within its days."""
    by.must(Permission.ADMINISTER_USERS)
    if reasons := objections_to_duty(_proposal(user, terms, substitutes, by)):
        raise Refused(reasons)
    duty = Duty.objects.create(
        authority_id=by.authority_id,
        unit=terms.unit,
        user=user,
        user_label=user.name,
        role=terms.role,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        substitutes=substitutes,
    )
    audit.record(Event.DUTY_GIVEN, about=duty, by=by, details={"role": terms.role.value, "user": str(user.pk)})
    return duty


def _proposal(user: User, terms: DutyTerms, substitutes: Duty | None, by: Actor) -> DutyProposal:
    return DutyProposal(
        role=terms.role,
        kind=AuthorityKind(by.authority_kind),
        period=terms.period,
        today=timezone.localdate(),
        held=periods_held(user_id=user.pk, unit_id=terms.unit.pk, role=terms.role),
        is_unit_closed=terms.unit.closed_at is not None,
        is_user_closed=user.closed_at is not None,
        substituted=period_of(substitutes) if substitutes else None,
        is_own_duty=substitutes is not None and substitutes.user_id == user.pk,
    )
