"""Goals, and what was measured of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.models import Goal, MeasuredValue
from rundbord.partnership.queries.governance import partnership
from rundbord.partnership.rules.goals import objections_to_goal, objections_to_value

GOAL_CLOSED = "Målet er afsluttet."


@dataclass(frozen=True, kw_only=True)
class GoalTerms:
    """What is aimed at, and where the number comes from."""

    title: str
    indicator: str
    measured_in: str
    counts_persons: bool
    baseline: Decimal
    baseline_on: date
    target: Decimal
    target_on: date
    source: str


@dataclass(frozen=True, kw_only=True)
class ValueTerms:
    """What the indicator showed for a period."""

    value: Decimal
    first: date
    last: date
    source: str


def set_goal(terms: GoalTerms, *, overridden: list[str], by: Actor) -> Goal:
    """Set a goal."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    reasons = objections_to_goal(
        baseline=terms.baseline, baseline_on=terms.baseline_on, target=terms.target, target_on=terms.target_on
    )
    if reasons:
        raise Refused(reasons)
    goal = Goal.objects.create(partnership=partnership(), **asdict(terms))
    audit.record(Event.GOAL_SET, about=goal, by=by)
    audit.record_overriding(overridden, about=goal, by=by)
    return goal


def close_goal(goal: Goal, *, by: Actor) -> None:
    """Stop following a goal; what was measured stays."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    Goal.objects.filter(pk=goal.pk, closed_on=None).update(closed_on=timezone.localdate())
    audit.record(Event.GOAL_CLOSED, about=goal, by=by)


def note_value(goal: Goal, terms: ValueTerms, *, overridden: list[str], by: Actor) -> MeasuredValue:
    """Note what was measured."""
    by.must(Permission.DECIDE)
    if reasons := objections_to_value(first=terms.first, last=terms.last, today=timezone.localdate()):
        raise Refused(reasons)
    if goal.closed_on is not None:
        raise Refused(GOAL_CLOSED)
    value = MeasuredValue.objects.create(
        partnership_id=goal.partnership_id,
        authority_id=by.authority_id,
        goal=goal,
        noted_on=timezone.localdate(),
        **asdict(terms),
    )
    audit.record(Event.VALUE_NOTED, about=goal, by=by)
    audit.record_overriding(overridden, about=goal, by=by)
    return value
