"""The year of one area as lanes: what both sides said, the mapping, conflicts, zones and tasks, month under month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from rundbord.conflicts.queries import ConflictRow
from rundbord.insight.rules.course import Lane, Scale, Span, lane_of_bars, lane_of_steps
from rundbord.partnership.models import AreaAssessment
from rundbord.partnership.vocabulary import AreaStatus, Side
from rundbord.streetwork.queries import QuarterRow
from rundbord.streetwork.vocabulary import ActivityLevel
from rundbord.tasks.models import Task
from rundbord.zones.queries import ZoneRow

_STATUSES, _LEVELS = list(AreaStatus), list(ActivityLevel)
_DISPUTED = 0.5


def status_lanes(assessments: Sequence[AreaAssessment], scale: Scale) -> list[Lane]:
    """Draw what each side said of the area, the graver the higher; a word holds until the side says another."""
    return [
        lane_of_steps(f"Status, {side.label}", list(_said(assessments, side)), scale)
        for side in Side
        if any(each.side == side for each in assessments)
    ]


def mapping_lane(quarters: Sequence[QuarterRow], scale: Scale) -> Lane:
    """Draw the quarters of the mapping; those that nobody mapped are left empty."""
    spans = [_quarter(row) for row in quarters if len(row.mapped.lacks) < len(Side)]
    return lane_of_steps("Kortlægning", spans, scale)


def conflict_lane(rows: Sequence[ConflictRow], scale: Scale) -> Lane:
    """Draw conflicts from their beginning until they were closed."""
    return lane_of_bars("Konflikter", [_conflict(row) for row in rows], scale)


def zone_lane(rows: Sequence[ZoneRow], scale: Scale) -> Lane:
    """Draw zones over the whole of their chains."""
    return lane_of_bars("Zoner", [_zone(row) for row in rows], scale)


def task_lane(tasks: Sequence[Task], scale: Scale) -> Lane:
    """Draw tasks from the decision until they were closed."""
    return lane_of_bars("Opgaver", [_task(task) for task in tasks], scale)


def _said(assessments: Sequence[AreaAssessment], side: Side) -> Iterator[Span]:
    """Give each word until the next one of the same side; these come newest first."""
    until: date | None = None
    for each in (one for one in assessments if one.side == side):
        status = AreaStatus(each.status)
        first = _day(each.assessed_at)
        yield Span(
            words=status.label,
            first=first,
            last=until,
            kind=f"status-{status.value}",
            share=(_STATUSES.index(status) + 1) / len(_STATUSES),
        )
        until = first


def _quarter(row: QuarterRow) -> Span:
    level = row.mapped.level
    share = (_LEVELS.index(level) + 1) / len(_LEVELS) if level else _DISPUTED
    return Span(
        words=row.mapped.sentence,
        first=row.quarter.first_day,
        last=row.quarter.last_day,
        kind=f"activity-{level.value if level else 'disputed'}",
        share=share,
    )


def _conflict(row: ConflictRow) -> Span:
    closed = row.conflict.closed_at
    return Span(
        words=row.conflict.title,
        first=row.conflict.started_on,
        last=_day(closed) if closed else None,
        kind="conflict",
        href=reverse("conflicts:show_conflict", args=[row.conflict.pk]),
    )


def _zone(row: ZoneRow) -> Span:
    return Span(
        words=row.zone.name,
        first=_day(row.standing.starts_at),
        last=_day(row.standing.ends_at),
        kind="zone",
        href=reverse("zones:show_zone", args=[row.zone.pk]),
    )


def _task(task: Task) -> Span:
    return Span(
        words=task.what,
        first=_day(task.decided_at),
        last=_day(task.closed_at) if task.closed_at else None,
        kind="task",
        href=reverse("tasks:show_task", args=[task.pk]),
    )


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)
