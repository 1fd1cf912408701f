"""Importing a table of users: every row is right, or none is imported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Duty, User
from rundbord.identity.rules.user_table import ProposedUser

CREATED_MEANWHILE = (
    "En anden har imens oprettet en bruger med et af brugernavnene. Intet er indlæst: se tabellen igennem igen."
)
_TAKEN_MEANWHILE = {"sign_in_name_once_per_authority": {"table": CREATED_MEANWHILE}}


def import_users(proposed: Sequence[ProposedUser], *, by: Actor) -> int:
    """Create all users of a checked table with their duties, and say how many; raise Refused when a row is wrong."""
    by.must(Permission.ADMINISTER_USERS)
    if wrong := sum(1 for row in proposed if row.errors):
        raise Refused(f"{wrong} {'række' if wrong == 1 else 'rækker'} har fejl. Intet er indlæst.")
    users = [
        User(authority_id=by.authority_id, sign_in_name=row.sign_in_name, name=row.name, email=row.email)
        for row in proposed
    ]
    with refusing_collisions(_TAKEN_MEANWHILE):
        User.objects.bulk_create(users)
    Duty.objects.bulk_create(
        Duty(
            authority_id=by.authority_id,
            unit_id=cast(UUID, row.unit_id),
            user=user,
            user_label=row.name,
            role=cast(Role, row.role),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
        )
        for user, row in zip(users, proposed, strict=True)
    )
    for user in users:
        audit.record(Event.USER_CREATED, about=user, by=by)
    audit.record(Event.USERS_IMPORTED, by=by, details={"count": len(users)})
    return len(users)
