"""What the start page needs: the own shift that runs or waits to start, and who has not been heard from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.streetwork.models import Shift, TeamMember
from rundbord.streetwork.rules.planning import EARLIEST_START
from rundbord.streetwork.rules.safety import standing_of
from rundbord.streetwork.vocabulary import Standing


@dataclass(frozen=True, kw_only=True)
class OwnShiftNow:
    """The own unit's shift of this moment, and how the actor stands in it; None where they are not in its team."""

    shift: Shift
    is_running: bool
    member_id: UUID | None
    standing: Standing | None
    due_at: datetime | None


def own_shift_now(actor: Actor) -> OwnShiftNow | None:
    """Find the shift that runs, else the one that may be started now; of several the actor's own team comes first."""
    if not actor.may(Permission.WORK_SHIFT):
        return None
    now = timezone.now()
    mine = {each.shift_id: each for each in _own_rows(actor, now)}
    near = Q(started_at=None, cancelled_at=None, planned_until__gt=now, planned_from__lt=now + EARLIEST_START)
    open_now = Shift.objects.filter(Q(started_at__isnull=False, ended_at=None) | near, authority_id=actor.authority_id)
    found = open_now.filter(Q(unit_id=actor.unit_id) | Q(pk__in=mine)).select_related("unit")
    shifts = sorted(found, key=lambda each: (each.pk not in mine, each.started_at is None, each.planned_from))
    return _as_shown(shifts[0], mine.get(shifts[0].pk), now) if shifts else None


def overdue_staff(actor: Actor) -> QuerySet[TeamMember]:
    """Narrow to the own authority's staff on running shifts who should have been heard from, for who follows them."""
    rows = TeamMember.objects.filter(
        authority_id=actor.authority_id,
        partnership_id=actor.table_id,
        due_at__lt=timezone.now(),
        checked_out_at=None,
        shift__ended_at=None,
    )
    return rows if actor.may(Permission.FOLLOW_TEAMS) else rows.none()


def _own_rows(actor: Actor, now: datetime) -> QuerySet[TeamMember]:
    recent = Q(shift__planned_until__gt=now - timedelta(days=1))
    return TeamMember.objects.filter(recent, user_id=actor.user_id, authority_id=actor.authority_id)


def _as_shown(shift: Shift, member: TeamMember | None, now: datetime) -> OwnShiftNow:
    return OwnShiftNow(
        shift=shift,
        is_running=shift.started_at is not None,
        member_id=member.pk if member else None,
        standing=_standing(member, now) if member else None,
        due_at=member.due_at if member else None,
    )


def _standing(member: TeamMember, now: datetime) -> Standing:
    return standing_of(
        due_at=member.due_at, checked_in_at=member.checked_in_at, checked_out_at=member.checked_out_at, now=now
    )
