"""Builders of shifts with their sheet, team and route, written as the owner."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from rundbord.identity.models import Unit, User
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.vocabulary import Audience
from rundbord.streetwork.models import AreaVisit, RouteArea, Shift, ShiftSheet, TeamMember
from tests.database import as_owner

HOUR = timedelta(hours=1)


def shift(
    of: Partnership,
    unit: Unit,
    *,
    team: tuple[User, ...] = (),
    areas: tuple[Area, ...] = (),
    interval: int = 60,
    **columns: Any,
) -> Shift:
    """Plan a shift from an hour ago and for four hours; with `started_at` all of the team are expected from then on."""
    now: datetime = columns.pop("now", None) or timezone.now()
    own: dict[str, Any] = {"partnership": of, "authority_id": unit.authority_id}
    with as_owner():
        made = Shift.objects.create(
            **{
                **own,
                "unit": unit,
                "audience": Audience.PARTIES,
                "planned_from": now - HOUR,
                "planned_until": now + 3 * HOUR,
                "planned_at": now - 2 * HOUR,
                **columns,
            }
        )
        sheet = ShiftSheet.objects.create(**own, shift=made, interval_minutes=interval, team_size=len(team))
        for position, area in enumerate(areas, start=1):
            RouteArea.objects.create(**own, audience=made.audience, shift=made, area=area, position=position)
        for each in team:
            member(made, each, due_at=_due(made, sheet))
        return made


def running(of: Partnership, unit: Unit, *, minutes: int = 30, **columns: Any) -> Shift:
    """Let a shift have run for some minutes."""
    return shift(of, unit, started_at=timezone.now() - timedelta(minutes=minutes), **columns)


def member(of: Shift, user: User, **columns: Any) -> TeamMember:
    with as_owner():
        return TeamMember.objects.create(
            **{
                "partnership_id": of.partnership_id,
                "authority_id": of.authority_id,
                "shift": of,
                "user_id": user.pk,
                "user_label": user.name,
                "delete_on": timezone.localdate(of.planned_until) + timedelta(days=90),
                **columns,
            }
        )


def visit(of: Shift, area: Area, at: datetime) -> AreaVisit:
    with as_owner():
        return AreaVisit.objects.create(
            partnership_id=of.partnership_id, authority_id=of.authority_id, shift=of, area=area, entered_at=at
        )


def ended(of: Partnership, unit: Unit, *, area: Area, hours: list[int], days_ago: int = 1, told: int = 0) -> Shift:
    """Let a shift have ended some days ago, with the hours that it told all parties of one area."""
    began = timezone.now() - timedelta(days=days_ago)
    made = shift(
        *(of, unit),
        now=began + HOUR,
        areas=(area,),
        started_at=began,
        ended_at=began + 3 * HOUR,
        told_observations=told,
    )
    with as_owner():
        RouteArea.objects.filter(shift=made, area=area).update(hours=hours)
    return made


def _due(made: Shift, sheet: ShiftSheet) -> datetime | None:
    return made.started_at + timedelta(minutes=sheet.interval_minutes) if made.started_at else None
