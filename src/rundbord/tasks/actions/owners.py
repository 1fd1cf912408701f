"""Who is told of a task: those of the unit who may open it, and nobody for whom it would be a closed door."""

from __future__ import annotations

from rundbord.access.permissions import Permission
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient


def those_of(unit: Unit) -> list[Recipient]:
    """Give the roles of a unit that see tasks: a data-protection officer may sit in the same secretariat."""
    return Recipient.whoever_may(Permission.SEE_TASKS, authority_id=unit.authority_id, unit_id=unit.pk)
