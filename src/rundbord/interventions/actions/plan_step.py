"""Plan a step — planlæg et skridt: when and where; what stops contact stops the plan too."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.sealing import seal_words
from rundbord.interventions.models import Intervention, JointVisit, PlannedStep
from rundbord.interventions.queries.course import around, course_of
from rundbord.interventions.rules.kinds import Step
from rundbord.interventions.rules.planning import objections_to_plan


def plan_step(intervention: Intervention, step: Step, *, planned_for: datetime, place: str, by: Actor) -> PlannedStep:
    """Set the time of the next step; a plan before it no longer counts."""
    by.must(Permission.WORK_CONCERNS)
    met = around(intervention, course_of(intervention))
    if objections := objections_to_plan(step, planned_for, met, is_over=intervention.ended_at is not None):
        raise Refused(objections)
    now = timezone.now()
    _cancel(intervention, step, now)
    row = PlannedStep(
        authority_id=by.authority_id,
        person=intervention.person,
        intervention=intervention,
        step=step.key,
        planned_for=planned_for,
        planned_at=now,
        planned_by=by.user_id,
        planned_label=by.user_name,
    )
    if place.strip():
        seal_words(row, place.strip())
    row.save(force_insert=True)
    if step.is_joint and intervention.joint_visit_id is not None:
        JointVisit.objects.filter(pk=intervention.joint_visit_id).update(planned_for=planned_for)
    told = {"intervention": str(intervention.pk), "step": step.key}
    audit.record(Event.INTERVENTION_STEP_PLANNED, about=row, by=by, details=told)
    return row


def _cancel(intervention: Intervention, step: Step, now: datetime) -> None:
    earlier = PlannedStep.objects.filter(intervention=intervention, step=step.key, cancelled_at=None)
    earlier.update(cancelled_at=now)
