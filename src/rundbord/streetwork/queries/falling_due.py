"""Who was on a shift: rows that go soon, and those that should have gone."""

from __future__ import annotations

from datetime import date

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.deletion.sources import Due, Source
from rundbord.streetwork.models import TeamMember


def falling_due(actor: Actor, today: date, until: date) -> list[Due]:
    """List rows of the own authority's teams."""
    if not actor.may(Permission.FOLLOW_TEAMS):
        return []
    near = TeamMember.objects.filter(authority_id=actor.authority_id, delete_on__gt=today, delete_on__lte=until)
    return [Due(number=pk, day=day, rule="shift_team") for pk, day in near.values_list("pk", "delete_on")]


def overdue(actor: Actor, today: date) -> int:
    """Count rows past their day."""
    return TeamMember.objects.filter(authority_id=actor.authority_id, delete_on__lt=today).count()


SOURCE = Source(label="Hold på vagter", due=falling_due, overdue=overdue, is_listed=False, order=60)
