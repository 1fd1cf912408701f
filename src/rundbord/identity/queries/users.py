"""Own users and their duties, for administration; the database shows no other authority's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.access.sorting import sort_key
from rundbord.identity.models import Duty, User
from rundbord.identity.rules.duties import Period
from rundbord.identity.rules.users import NAMELESS
from rundbord.web.keyset import KeysetPage, keyset_page


@dataclass(frozen=True, kw_only=True)
class UserFilter:
    """What the list is narrowed to; an empty field narrows nothing."""

    prefix: str = ""
    unit_id: UUID | None = None
    role: str = ""
    is_closed: bool = False


@dataclass(frozen=True, kw_only=True)
class UsersPage:
    """One page of users, each with the duties of today and later, and how many the filter lets through."""

    page: KeysetPage[Any]
    count: int


def own_users() -> QuerySet[User]:
    """Give the users of the authority in context."""
    return User.objects.order_by("sort_key", "id")


def users_page(wanted: UserFilter, *, after: str = "", before: str = "") -> UsersPage:
    """List users by name, a page at a time."""
    found = _narrowed(User.objects.all(), wanted)
    shown = found.prefetch_related(Prefetch("duties", queryset=_current_duties(), to_attr="current_duties"))
    page = keyset_page(shown, order=("sort_key", "id"), after=after, before=before)
    return UsersPage(page=page, count=found.count())


def own_user(user_id: UUID) -> User:
    """Find one of the authority's users with all duties, newest first, or raise Http404."""
    duties = Duty.objects.select_related("unit", "substitutes").order_by("-starts_on", "id")
    user = User.objects.select_related("authority").prefetch_related(Prefetch("duties", queryset=duties))
    found = user.filter(pk=user_id).first()
    if found is None:
        raise Http404
    return found


def is_sign_in_name_taken(sign_in_name: str) -> bool:
    """Tell whether one of the authority's users bears the name."""
    return User.objects.filter(sign_in_name=sign_in_name).exists()


def own_duty(duty_id: UUID) -> Duty:
    """Find one duty in the authority, a guest's too, or raise Http404."""
    duty = Duty.objects.select_related("unit").filter(pk=duty_id).first()
    if duty is None:
        raise Http404
    return duty


def period_of(duty: Duty) -> Period:
    """Give a duty's days."""
    return Period(starts_on=duty.starts_on, ends_on=duty.ends_on)


def periods_held(*, user_id: UUID, unit_id: UUID, role: str) -> tuple[Period, ...]:
    """Give the periods in which a user has a role in a unit."""
    return tuple(period_of(duty) for duty in Duty.objects.filter(user_id=user_id, unit_id=unit_id, role=role))


def has_other_administrator(*, than: UUID, day: date) -> bool:
    """Tell whether an open user other than this one is administrator on a day, and stays so."""
    administrators = Duty.objects.filter(
        role=Role.ADMINISTRATOR, starts_on__lte=day, ends_on=None, unit__closed_at=None
    )
    return administrators.filter(user__in=User.objects.filter(closed_at=None)).exclude(user_id=than).exists()


def _current_duties() -> QuerySet[Duty]:
    in_force = Q(ends_on=None) | Q(ends_on__gte=timezone.localdate())
    return Duty.objects.select_related("unit").filter(in_force).order_by("starts_on", "id")


def _narrowed(users: QuerySet[User], wanted: UserFilter) -> QuerySet[User]:
    users = users.filter(closed_at__isnull=not wanted.is_closed)
    if wanted.prefix.strip():
        users = users.filter(sort_key__startswith=sort_key(wanted.prefix.strip()))
    duties = _current_duties()
    if wanted.unit_id:
        duties = duties.filter(unit_id=wanted.unit_id)
    if wanted.role:
        duties = duties.filter(role=wanted.role)
    is_by_duty = wanted.unit_id or wanted.role
    return users.filter(pk__in=duties.order_by().values("user_id")) if is_by_duty else users


def named_leavers(authority_id: UUID, before: datetime) -> QuerySet[User]:
    """Give own users who were closed before a moment and still bear their name."""
    return User.objects.filter(authority_id=authority_id, closed_at__lt=before).exclude(name=NAMELESS)
