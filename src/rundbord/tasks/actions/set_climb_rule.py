"""Setting how many working days an overdue task waits before it goes further."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.tasks.models import ClimbRule
from rundbord.tasks.rules import Climbing, objections_to_climbing


def set_climb_rule(climbing: Climbing, *, by: Actor) -> ClimbRule:
    """Add the rule that holds from now on."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    if objections := objections_to_climbing(climbing):
        raise Refused(objections)
    rule = ClimbRule.objects.create(
        partnership_id=by.table, authority_id=by.authority_id, set_at=timezone.now(), **vars(climbing)
    )
    audit.record(Event.CLIMB_RULE_SET, about=rule, by=by, details=vars(climbing))
    return rule
