"""Rules and uses of break-glass, written as the owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.emergency.models import EmergencyAccess, EmergencyRule
from rundbord.identity.models import Authority, Unit, User
from tests.database import as_owner

REASON = "En kollega ringer fra stationen, og ingen i enheden tager telefonen."


def allowed(authority: Authority, *roles: Role) -> None:
    """Let an authority have given it to these roles."""
    with as_owner():
        EmergencyRule.objects.create(
            authority=authority,
            roles=[role.value for role in roles],
            set_by=uuid4(),
            set_label="Test Testesen",
            at=timezone.now(),
        )


def use_by(user: User, unit: Unit, **columns: Any) -> EmergencyAccess:
    """Let somebody have opened a file of a unit."""
    now = timezone.now()
    with as_owner():
        return EmergencyAccess.objects.create(
            **{
                "authority_id": unit.authority_id,
                "person_id": uuid4(),
                "unit": unit,
                "lead_id": uuid4(),
                "user_id": user.pk,
                "user_label": user.name,
                "reason": REASON,
                "opened_at": now,
                "ends_at": now + timedelta(minutes=60),
                "ended_at": now,
                "due_on": timezone.localdate() + timedelta(days=2),
                **columns,
            }
        )
