"""Who may be sent out: users with a duty in the own authority today whose role walks the street; nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS
from rundbord.identity.models import Duty, Unit
from rundbord.partnership.models import Area

_STREET_ROLES = [role.value for role, permissions in PERMISSIONS.items() if Permission.WORK_SHIFT in permissions]


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """One of the own authority's staff: name and unit, as lists show them."""

    user_id: UUID
    label: str
    unit_name: str
    is_own_unit: bool


def staff_of(actor: Actor) -> list[Colleague]:
    """List them once each, the own unit's first, then by unit and name."""
    today = timezone.localdate()
    duties = Duty.objects.filter(authority_id=actor.authority_id, role__in=_STREET_ROLES, starts_on__lte=today)
    in_force = (
        duties.filter(Q(ends_on=None) | Q(ends_on__gte=today)).select_related("unit").order_by("unit__name", "id")
    )
    listed = [
        Colleague(
            user_id=duty.user_id,
            label=duty.user_label,
            unit_name=duty.unit.name,
            is_own_unit=duty.unit_id == actor.unit_id,
        )
        for duty in in_force
    ]
    once: dict[UUID, Colleague] = {}
    for each in sorted(listed, key=lambda each: (not each.is_own_unit, each.unit_name, each.label)):
        once.setdefault(each.user_id, each)
    return list(once.values())


def units_to_pass_to(actor: Actor) -> list[Unit]:
    """List every open unit at the table, the own authority's first."""
    units = Unit.objects.filter(closed_at=None).select_related("authority").order_by("authority__name", "name")
    return sorted(units, key=lambda unit: unit.authority_id != actor.authority_id)


def areas_to_walk() -> list[Area]:
    """List open areas in Danish order."""
    return list(Area.objects.filter(closed_at=None).order_by("sort_key", "id"))
