"""Plan a shift — planlæg en vagt: own unit, own people, hours, areas; nobody from outside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.deletion.queries.periods import days_of
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.queries.reporting import unit_of
from rundbord.streetwork.actions.working import note_overridden
from rundbord.streetwork.models import RouteArea, Shift, ShiftSheet, TeamMember
from rundbord.streetwork.queries.staff import Colleague, staff_of
from rundbord.streetwork.rules.planning import USUAL_INTERVAL, objections_to_plan


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A shift to come: aware times, the team, the areas in the order of the route, and how often all check in."""

    starts_at: datetime
    ends_at: datetime
    team: Sequence[Colleague]
    areas: Sequence[Area]
    occasion: str = ""
    interval_minutes: int = USUAL_INTERVAL


def plan_shift(plan: Plan, *, overridden: Collection[str] = (), by: Actor) -> Shift:
    """Write the shift that all parties know of, and the own authority's sheet with its team."""
    by.must(Permission.WORK_SHIFT)
    now = timezone.now()
    objections = objections_to_plan(
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        team=[each.user_id for each in plan.team],
        staff=[each.user_id for each in staff_of(by)],
        areas=plan.areas,
        now=now,
    )
    if objections:
        raise Refused(objections)
    shift = _create(plan, now, unit=unit_of(by), by=by)
    audit.record(Event.SHIFT_PLANNED, about=shift, by=by, details={"team": len(plan.team)})
    note_overridden(overridden, about=shift, by=by)
    return shift


def _create(plan: Plan, now: datetime, *, unit: Unit, by: Actor) -> Shift:
    own = {"partnership_id": by.table, "authority_id": by.authority_id}
    shift = Shift.objects.create(
        **own,
        unit=unit,
        audience=Audience.PARTIES,
        planned_from=plan.starts_at,
        planned_until=plan.ends_at,
        planned_at=now,
    )
    RouteArea.objects.bulk_create(
        RouteArea(**own, audience=shift.audience, shift=shift, area=area, position=position)
        for position, area in enumerate(plan.areas, start=1)
    )
    ShiftSheet.objects.create(
        **own,
        shift=shift,
        occasion=plan.occasion.strip(),
        interval_minutes=plan.interval_minutes,
        team_size=len(plan.team),
    )
    delete_on = timezone.localdate(plan.ends_at) + timedelta(days=days_of("shift_team", by.authority_id))
    TeamMember.objects.bulk_create(
        TeamMember(**own, shift=shift, user_id=each.user_id, user_label=each.label, delete_on=delete_on)
        for each in plan.team
    )
    return shift
