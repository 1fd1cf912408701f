"""Forgetting who was on a shift — glem holdet: some months later the rows are deleted, the number stays."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.streetwork.models import TeamMember


def forget_teams(*, by: Actor) -> int:
    """Delete each row of the own authority whose day has come; give how many."""
    by.must(Permission.FOLLOW_TEAMS)
    due = TeamMember.objects.filter(authority_id=by.authority_id, delete_on__lte=timezone.localdate())
    deleted, _ = due.delete()
    if deleted:
        audit.record(Event.TEAM_FORGOTTEN, by=by, details={"members": deleted})
        record_deletion("shift_team", rows=deleted, by=by)
    return deleted
