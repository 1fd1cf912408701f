"""Colleagues and units of the own authority to whom a file can be assigned or handed over."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS
from rundbord.identity.models import Duty, Unit

_ROLES = [role.value for role, permissions in PERMISSIONS.items() if Permission.WORK_CONCERNS in permissions]


@dataclass(frozen=True, kw_only=True)
class Assignable:
    """One colleague in one unit: whoever has two duties stands there twice."""

    user_id: UUID
    label: str
    unit_id: UUID
    unit_name: str

    @property
    def key(self) -> str:
        """Name the colleague in a form."""
        return f"{self.user_id}:{self.unit_id}"


def assignable_to(actor: Actor) -> list[Assignable]:
    """List who works with young people today but the actor, the own unit's first, then by unit and name."""
    today = timezone.localdate()
    duties = (
        Duty.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), authority_id=actor.authority_id)
        .filter(role__in=_ROLES, starts_on__lte=today, unit__closed_at=None)
        .exclude(user_id=actor.user_id)
        .select_related("unit")
    )
    listed = {
        (duty.user_id, duty.unit_id): Assignable(
            user_id=duty.user_id, label=duty.user_label, unit_id=duty.unit_id, unit_name=duty.unit.name
        )
        for duty in duties
    }
    return sorted(listed.values(), key=lambda each: (each.unit_id != actor.unit_id, each.unit_name, each.label))


def own_units(actor: Actor) -> list[Unit]:
    """List the open units of the own authority but the actor's, by name."""
    units = Unit.objects.filter(authority_id=actor.authority_id, closed_at=None).exclude(
        pk=actor.unit_id or actor.authority_id
    )
    return list(units.order_by("name", "id"))
