"""Deciding which roles of the own authority may break the glass."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.emergency.models import EmergencyRule
from rundbord.emergency.rules.limits import objections_to_roles


def set_rule(roles: Collection[str], *, by: Actor) -> EmergencyRule:
    """Give it to these roles and to no other, from now on; an empty choice takes it from everybody."""
    by.must(Permission.SIGN_LOG_CONTROL)
    if wrong := objections_to_roles(roles):
        raise Refused(wrong)
    rule = EmergencyRule.objects.create(
        authority_id=by.authority_id,
        roles=sorted(set(roles)),
        set_by=by.user_id,
        set_label=by.user_name,
        at=timezone.now(),
    )
    audit.record(Event.EMERGENCY_RULE_SET, about=rule, by=by, details={"roles": ",".join(rule.roles)})
    return rule
