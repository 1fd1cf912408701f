"""The yearly plan with its measures and what was held, and the goals with what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet, Sum
from django.http import Http404
from django.utils import timezone

from rundbord.partnership.models import Activity, Goal, Measure, MeasuredValue, Plan
from rundbord.partnership.rules.goals import Aim, in_danish
from rundbord.partnership.vocabulary import GoalStanding, MeasureStatus
from rundbord.vocabulary import label_of

Row = TypeVar("Row", bound=Model)
_MARKS = {
    GoalStanding.REACHED: "success",
    GoalStanding.CLOSER: "info",
    GoalStanding.FURTHER: "warning",
    GoalStanding.MISSED: "error",
}
_STATUS_MARKS = {
    MeasureStatus.RUNNING: "info",
    MeasureStatus.DONE: "success",
    MeasureStatus.STOPPED: "closed",
}


@dataclass(frozen=True, kw_only=True)
class MeasureRow:
    """A measure, and how many activities were counted under it."""

    measure: Measure
    held: int

    @property
    def status(self) -> str:
        """Say how far it is."""
        return label_of(MeasureStatus, self.measure.status)

    @property
    def mark(self) -> str:
        """Tell how the status is marked."""
        return _STATUS_MARKS.get(MeasureStatus(self.measure.status), "neutral")

    @property
    def counted(self) -> str:
        """Say how much of what was promised has been held."""
        words = self.measure.counted or "aktiviteter"
        return f"{self.held} af {self.measure.target} {words}" if self.measure.target else f"{self.held} {words}"


@dataclass(frozen=True, kw_only=True)
class GoalRow:
    """A goal, how it stands, and its values, newest period first."""

    goal: Goal
    aim: Aim
    standing: GoalStanding
    values: list[MeasuredValue]

    @property
    def mark(self) -> str:
        """Tell how the standing is marked."""
        return _MARKS.get(self.standing, "neutral")

    @property
    def baseline(self) -> str:
        """Write where it stood."""
        return self.aim.told(self.goal.baseline)

    @property
    def target(self) -> str:
        """Write where it shall be."""
        return in_danish(self.goal.target)

    @property
    def newest(self) -> str:
        """Write what was measured last; empty without a measurement."""
        return self.aim.told(self.values[0].value) if self.values else ""

    @property
    def told_values(self) -> list[tuple[MeasuredValue, str]]:
        """Give each measurement with its value as it may be told."""
        return [(each, self.aim.told(each.value)) for each in self.values]


def plans() -> list[Plan]:
    """List plans, the newest year first."""
    return list(Plan.objects.order_by("-year"))


def plan(plan_id: UUID) -> Plan:
    """Find a plan, or raise Http404."""
    return _found(Plan.objects.filter(pk=plan_id))


def plan_of_year(year: int) -> Plan | None:
    """Find the plan of a year."""
    return Plan.objects.filter(year=year).first()


def measures_of(plan: Plan, *, first: date | None = None, last: date | None = None) -> list[MeasureRow]:
    """List a plan's measures by number, with the activities held; in a period where days are given."""
    listed = list(Measure.objects.filter(plan=plan).select_related("owner__authority").order_by("number", "id"))
    held = _held(Activity.objects.filter(measure__in=listed), first=first, last=last)
    return [MeasureRow(measure=each, held=held.get(each.pk, 0)) for each in listed]


def measure(measure_id: UUID) -> MeasureRow:
    """Find a measure, or raise Http404."""
    found = _found(Measure.objects.select_related("owner__authority", "plan", "focus_point").filter(pk=measure_id))
    held = _held(Activity.objects.filter(measure=found))
    return MeasureRow(measure=found, held=held.get(found.pk, 0))


def activities_of(measure: Measure) -> list[Activity]:
    """List what was held, newest first."""
    return list(Activity.objects.filter(measure=measure).select_related("authority").order_by("-held_on", "id"))


def activity(activity_id: UUID) -> Activity:
    """Find an activity, or raise Http404."""
    return _found(Activity.objects.filter(pk=activity_id))


def goals(*, until: date | None = None) -> list[GoalRow]:
    """List goals by name, those that are open first; only what was measured by a day where one is given."""
    listed = list(Goal.objects.order_by("title", "id"))
    rows = _goal_rows(listed, until=until)
    return sorted(rows, key=lambda row: row.goal.closed_on is not None)


def goal(goal_id: UUID) -> GoalRow:
    """Find a goal with its values, or raise Http404."""
    [row] = _goal_rows([_found(Goal.objects.filter(pk=goal_id))], until=None)
    return row


def _goal_rows(listed: Sequence[Goal], *, until: date | None) -> list[GoalRow]:
    values: dict[UUID, list[MeasuredValue]] = {}
    rows = MeasuredValue.objects.filter(goal__in=listed).order_by("-last", "-noted_on", "-id")
    for each in rows.filter(last__lte=until) if until else rows:
        values.setdefault(each.goal_id, []).append(each)
    return [_goal_row(each, values.get(each.pk, []), today=until or timezone.localdate()) for each in listed]


def _goal_row(goal: Goal, values: list[MeasuredValue], *, today: date) -> GoalRow:
    aim = Aim(baseline=goal.baseline, target=goal.target, target_on=goal.target_on, counts_persons=goal.counts_persons)
    newest = values[0].value if values else None
    return GoalRow(goal=goal, aim=aim, standing=aim.standing(newest, today=today), values=values)


def _held(activities: QuerySet[Activity], *, first: date | None = None, last: date | None = None) -> dict[UUID, int]:
    held = activities.filter(held_on__gte=first) if first else activities
    held = held.filter(held_on__lte=last) if last else held
    return dict(held.order_by().values_list("measure_id").annotate(Sum("count")))


def _found(rows: QuerySet[Row]) -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row
