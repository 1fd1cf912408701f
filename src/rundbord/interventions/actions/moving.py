"""What a step moves: the intervention's next step, the concern's clocks, the visit that two units share."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from rundbord.concerns.models import Concern
from rundbord.interventions.models import Intervention, JointVisit, StepTaken
from rundbord.interventions.queries.course import course_of
from rundbord.interventions.rules.kinds import Outcome, Step
from rundbord.interventions.vocabulary import ConcernClock, Effect

_COLUMNS = {
    ConcernClock.CONTACTED: "contacted_at",
    ConcernClock.OFFERED: "offered_at",
    ConcernClock.SECURED: "secured_at",
}


def follow(standing: Intervention, step: Step, row: StepTaken) -> None:
    """Reckon anew what comes next, and note what the outcome means for the concern."""
    outcome = step.outcome(row.outcome)
    assert outcome is not None  # noqa: S101 — judged before
    set_next(standing)
    _move_clock(standing, outcome, row)
    if step.is_joint and outcome.effect is not Effect.AGAIN:
        close_joint_visit(standing, row.held_at)


def close_joint_visit(standing: Intervention, at: datetime) -> None:
    """Note that the visit which two units share is over, where there is one."""
    if standing.joint_visit_id is not None:
        JointVisit.objects.filter(pk=standing.joint_visit_id, ended_at=None).update(ended_at=at)


def set_next(standing: Intervention) -> None:
    """Write the next step and its due moment, or that the course has run out."""
    course = course_of(standing)
    step, ending = course.next_step, course.ending
    columns = {
        "next_step": step.key if step else "",
        "due_at": (course.next_due or timezone.now()) if step else None,
        "ended_at": timezone.now() if ending else None,
        "ending": ending.value if ending else "",
    }
    Intervention.objects.filter(pk=standing.pk).update(**columns)


def _move_clock(standing: Intervention, outcome: Outcome, row: StepTaken) -> None:
    """Note the first time only: the clock from concern to contact does not begin anew."""
    column = _COLUMNS.get(outcome.moves)
    if column:
        Concern.objects.filter(pk=standing.concern_id, **{column: None}).update(**{column: row.held_at})
