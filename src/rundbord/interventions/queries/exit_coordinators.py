"""Who can coordinate exit: users with that function in the own authority; and units that a consent may name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.identity.models import Duty, Unit
from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.sharing.rules.capacities import SOCIAL_AUTHORITIES, capacity_of
from rundbord.sharing.vocabulary import Capacity

# Those whom an exit consent can open for (legal basis CONSENT_EXIT).
_ASKED = frozenset({Capacity.POLICE, Capacity.PROBATION, Capacity.SSP, Capacity.JOB, *SOCIAL_AUTHORITIES})


@dataclass(frozen=True, kw_only=True)
class Coordinator:
    """One of the own authority's exit coordinators."""

    user_id: UUID
    label: str


def coordinators_of(actor: Actor) -> list[Coordinator]:
    """List the other exit coordinators of the own authority, once each, by name."""
    today = timezone.localdate()
    duties = Duty.objects.filter(
        authority_id=actor.authority_id, role=Role.EXIT_COORDINATOR.value, starts_on__lte=today, user__closed_at=None
    )
    in_force = duties.filter(Q(ends_on=None) | Q(ends_on__gte=today)).exclude(user_id=actor.user_id)
    listed = in_force.select_related("unit").order_by("user_label", "id")
    once = {duty.user_id: f"{duty.user_label}, {duty.unit.name}" for duty in listed}
    return [Coordinator(user_id=user_id, label=label) for user_id, label in once.items()]


def units_to_name(actor: Actor) -> list[Unit]:
    """List open units of the other parties that an exit consent can name."""
    units = Unit.objects.filter(closed_at=None).exclude(authority_id=actor.authority_id).select_related("authority")
    listed = units.order_by("authority__name", "name", "id")
    return [unit for unit in listed if _can_be_named(unit)]


def _can_be_named(unit: Unit) -> bool:
    return capacity_of(AuthorityKind(unit.authority.kind), UnitKind(unit.kind)) in _ASKED
