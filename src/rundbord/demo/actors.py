"""The demonstration's people as actors, to do through the ordinary actions what they would have done."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.demo.founding import OWNER, Founded
from rundbord.identity.models import Duty


def actor_named(name: str, founded: Founded) -> Actor:
    """Give the actor that a user becomes by signing in at home."""
    user = founded.users[name]
    duty = Duty.objects.using(OWNER).select_related("unit", "authority").get(user=user, authority_id=user.authority_id)
    role = Role(duty.role)
    return Actor(
        user_id=user.pk,
        authority_id=duty.authority_id,
        unit_id=duty.unit_id,
        partnership_id=founded.partnership.pk,
        permissions=PERMISSIONS[role],
        user_name=user.name,
        role=role.value,
        user_title=role.label,
        authority_name=duty.authority.name,
        authority_kind=duty.authority.kind,
        unit_name=duty.unit.name,
        partnership_name=founded.partnership.name,
        is_place=duty.authority.is_place,
    )
