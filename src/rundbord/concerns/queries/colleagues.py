"""Colleagues of the own unit whose role reaches young people: who may be named, and who reaches a file."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.identity.models import Duty
from rundbord.vocabulary import label_of

_ROLES = [role.value for role, permissions in PERMISSIONS.items() if Permission.SEE_CONCERNS in permissions]


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody of a unit, as they are shown."""

    user_id: UUID
    name: str
    role: str


def leaders_in(unit_id: UUID) -> frozenset[UUID]:
    """Give the users who lead a unit of the own authority today."""
    leading = [role.value for role, permissions in PERMISSIONS.items() if Permission.APPROVE_PRIVATE in permissions]
    today = timezone.localdate()
    duties = Duty.objects.filter(unit_id=unit_id, role__in=leading, starts_on__lte=today)
    return frozenset(duties.filter(Q(ends_on=None) | Q(ends_on__gte=today)).values_list("user_id", flat=True))


def colleagues_of(actor: Actor) -> list[Colleague]:
    """List the colleagues of the actor's own unit, the actor included."""
    return colleagues_in(actor.unit_id)


def colleagues_in(unit_id: UUID | None) -> list[Colleague]:
    """List who has a duty today in a unit of the own authority and a role that reaches young people."""
    if unit_id is None:
        return []
    today = timezone.localdate()
    duties = Duty.objects.filter(unit_id=unit_id, role__in=_ROLES, starts_on__lte=today)
    in_force = duties.filter(Q(ends_on=None) | Q(ends_on__gte=today)).order_by("user_label", "id")
    once = {
        duty.user_id: Colleague(user_id=duty.user_id, name=duty.user_label, role=label_of(Role, duty.role))
        for duty in in_force
    }
    return list(once.values())
