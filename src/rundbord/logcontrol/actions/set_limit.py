"""Setting how many persons the own authority's users may read about."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.logcontrol.models import ReadingLimit
from rundbord.logcontrol.rules.budget import objections_to_limit


def set_limit(*, per_hour: int, per_day: int, reason: str, overridden: Collection[str] = (), by: Actor) -> ReadingLimit:
    """Set both numbers anew, upwards or downwards; what was before stays as a row."""
    by.must(Permission.READ_OWN_LOG)
    if wrong := objections_to_limit(per_hour=per_hour, per_day=per_day, reason=reason):
        raise Refused(wrong)
    limit = ReadingLimit.objects.create(
        authority_id=by.authority_id,
        per_hour=per_hour,
        per_day=per_day,
        reason=reason.strip(),
        set_by=by.user_id,
        set_label=by.user_name,
        at=timezone.now(),
    )
    told = {"per_hour": per_hour, "per_day": per_day}
    audit.record(Event.READING_LIMIT_SET, about=limit, by=by, details=told)
    audit.record_overriding(overridden, about=limit, by=by)
    return limit
