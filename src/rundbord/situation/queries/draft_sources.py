"""Which units have reported in a period, and which are silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connections
from django.db.models import Q

from rundbord.access.session import current_login
from rundbord.partnership.models import ReportingDuty
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.lines import Line, iso
from rundbord.situation.rules.period import Period
from rundbord.situation.rules.sources import Expectation, Standing, standing_of
from rundbord.situation.vocabulary import EntryKind


def source_lines(period: Period) -> list[Line]:
    """Give a line for each unit that reported, is missing, or is awaited later the same day."""
    return [_line(duty, standing) for duty, standing in standings(period) if standing.is_worth_a_line]


def standings(period: Period) -> list[tuple[ReportingDuty, Standing]]:
    """Tell how each unit with a duty to report stands at the end of the period."""
    heard = heard_from(period)
    return [
        (duty, standing_of(_expectation(duty), heard=heard.get(duty.unit_id, ()), period=period))
        for duty in _duties(period)
    ]


def heard_from(period: Period) -> Mapping[UUID, Sequence[datetime]]:
    """Tell when each unit has reported, also where the report itself is not for the actor's eyes (situation/sql.py)."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT unit_id, at FROM ctx.heard_from(%s)", [period.starts_at])
        heard: dict[UUID, list[datetime]] = {}
        for unit_id, at in cursor.fetchall():
            heard.setdefault(unit_id, []).append(at)
    return heard


def _duties(period: Period) -> list[ReportingDuty]:
    in_force = Q(ends_on=None) | Q(ends_on__gte=period.starts_at.date())
    duties = ReportingDuty.objects.filter(in_force, unit__closed_at=None, starts_on__lte=period.ends_at.date())
    return list(duties.select_related("unit", "authority").order_by("authority__name", "unit__name", "id"))


def _expectation(duty: ReportingDuty) -> Expectation:
    return Expectation(
        expected_by=duty.expected_by,
        weekdays=frozenset(duty.weekdays),
        starts_on=duty.starts_on,
        ends_on=duty.ends_on,
    )


def _line(duty: ReportingDuty, standing: Standing) -> Line:
    content = {
        "unit": duty.unit.name,
        "authority": duty.authority.short_name,
        "last_heard_at": iso(standing.last_heard_at),
        "silent_on": [day.isoformat() for day in standing.silent_on],
        "expected_by": f"{duty.expected_by:%H.%M}",
        "awaited_at": iso(standing.awaited_at),
    }
    return Line(kind=_kind(standing), audience=Audience.PARTIES, content=content)


def _kind(standing: Standing) -> EntryKind:
    if standing.is_missing:
        return EntryKind.SOURCE_MISSING
    return EntryKind.SOURCE_RECEIVED if standing.last_heard_at else EntryKind.SOURCE_AWAITED
