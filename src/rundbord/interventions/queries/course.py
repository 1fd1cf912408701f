"""The course of an intervention as rules judge it, and what a step of it meets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from rundbord.concerns.models import CustodyHolder, Safeguard, YoungPerson
from rundbord.concerns.vocabulary import SafeguardKind
from rundbord.interventions.models import Intervention, JointAnswer, PlannedStep, StepTaken
from rundbord.interventions.queries.finding import kind_of
from rundbord.interventions.queries.names import is_adult_today
from rundbord.interventions.rules.hard_stops import Safety
from rundbord.interventions.rules.kinds import Step
from rundbord.interventions.rules.progress import Course, Taken
from rundbord.interventions.rules.taking import Around
from rundbord.interventions.vocabulary import JointWord
from rundbord.sharing.vocabulary import HonourScreening

_YES = "yes"


def steps_of(intervention: Intervention) -> list[StepTaken]:
    """List the steps that were taken, the oldest first; of the same moment, in the order of the kind."""
    order = [step.key for step in kind_of(intervention).steps]
    rows = StepTaken.objects.filter(intervention=intervention).order_by("taken_at", "id")
    return sorted(rows, key=lambda row: (row.taken_at, order.index(row.step) if row.step in order else len(order)))


def course_of(intervention: Intervention, steps: Iterable[StepTaken] | None = None) -> Course:
    """Give the course with what was done so far."""
    done = steps_of(intervention) if steps is None else steps
    taken = [
        Taken(
            step=each.step,
            outcome=each.outcome,
            held_at=each.held_at,
            counts_from=each.counts_from,
            again_on=each.again_on,
        )
        for each in done
    ]
    return Course(kind=kind_of(intervention), started_at=intervention.started_at, taken=taken)


def around(intervention: Intervention, course: Course) -> Around:
    """Gather what a step meets."""
    return Around(
        course=course,
        now=timezone.now(),
        safety=safety_of(intervention.person),
        joint=words_about(intervention),
        visits_lately=_visits_lately(intervention, course),
        is_adult=is_adult_today(intervention.person) if course.kind.only_under_18 else None,
    )


def safety_of(person: YoungPerson) -> Safety:
    """Tell what is known before contact; what has run out is not known."""
    rows = Safeguard.objects.filter(person=person).order_by("kind", "-stated_at", "-id").distinct("kind")
    today = timezone.localdate()
    states = {row.kind: row.state for row in rows if row.valid_until is None or row.valid_until >= today}
    honour = states.get(SafeguardKind.HONOUR.value)
    return Safety(
        honour=HonourScreening(honour) if honour in set(HonourScreening) else None,
        has_protected_address=person.has_protected_address,
        is_custody_protected=_is_custody_protected(person),
        has_ban=states.get(SafeguardKind.BAN.value) == _YES,
        staff_at_risk=states.get(SafeguardKind.STAFF.value) == _YES,
    )


def _is_custody_protected(person: YoungPerson) -> bool:
    holders = CustodyHolder.objects.filter(person=person, removed_at=None, has_protected_address=True)
    return holders.exists()


def words_about(intervention: Intervention) -> list[JointWord]:
    """Give each unit's newest word on the joint visit."""
    if intervention.joint_visit_id is None:
        return []
    answers = JointAnswer.objects.filter(visit_id=intervention.joint_visit_id)
    newest = answers.order_by("authority_id", "-answered_at", "-id").distinct("authority_id")
    return [JointWord(each.word) for each in newest]


def plan_of(intervention: Intervention, step: Step, course: Course) -> PlannedStep | None:
    """Find when the next step is to happen; a plan from before the last try is used up."""
    plans = PlannedStep.objects.filter(intervention=intervention, step=step.key, cancelled_at=None)
    newest = plans.order_by("-planned_at", "-id").first()
    last = course.last_of(step.key)
    return None if newest is None or (last and newest.planned_for <= last.held_at) else newest


def _visits_lately(intervention: Intervention, course: Course) -> int:
    """Count every try at the door for this file in the kind's stretch of days."""
    kind = course.kind
    if not kind.most_visits:
        return 0
    keys = [step.key for step in kind.steps if step.at_door]
    since = timezone.now() - timedelta(days=kind.visits_within_days)
    visits = StepTaken.objects.filter(person_id=intervention.person_id, step__in=keys, held_at__gte=since)
    return visits.filter(intervention__kind=kind.key.value).count()
