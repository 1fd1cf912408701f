"""Who can coordinate exit in the own authority: users with that function."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.identity.models import Duty


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
