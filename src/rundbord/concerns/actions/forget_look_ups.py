"""Forgetting look-ups — slet: who looked for a young person, and why, is kept for two years."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import LookUp
from rundbord.concerns.models.look_up import LOOK_UP_DAYS
from rundbord.deletion.actions import record_deletion


def forget_look_ups(*, by: Actor) -> int:
    """Delete those of the own authority that are old enough, and say how many."""
    by.must(Permission.WORK_CONCERNS)
    old = LookUp.objects.filter(authority_id=by.authority_id, at__lt=timezone.now() - timedelta(days=LOOK_UP_DAYS))
    if not old.exists():
        return 0
    deleted, _ = old.delete()
    record_deletion("look_up", rows=deleted, by=by)
    return deleted
