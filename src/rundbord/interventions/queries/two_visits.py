"""Two visits to one family, as the own side sees it: its approved plan, rounds that fit, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.interventions.models import Intervention, PlannedStep
from rundbord.interventions.queries.course import course_of, plan_of
from rundbord.interventions.rules.progress import Course
from rundbord.interventions.rules.two_visits import FORTNIGHT, is_within
from rundbord.sharing.queries import common_knowledge_about, nominations_about, open_rounds
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class OtherVisit:
    """Another unit that is to visit the same family, and whom to call there."""

    unit: str
    authority: str
    job: str


@dataclass(frozen=True, kw_only=True)
class FittingRound:
    """An open round that an approved plan fits; `is_asked` once the own unit has asked in it."""

    id: str
    label: str
    is_asked: bool


@dataclass(frozen=True, kw_only=True)
class TwoVisits:
    """What the page of an intervention says of it."""

    found: list[OtherVisit]
    rounds: list[FittingRound]

    @property
    def may_ask(self) -> bool:
        """Tell whether there is a round in which nothing has been asked yet."""
        return any(not each.is_asked for each in self.rounds)

    @property
    def waits(self) -> bool:
        """Tell whether something has been asked and the answer is to come."""
        return any(each.is_asked for each in self.rounds)


def plan_at_home(intervention: Intervention, course: Course | None = None) -> PlannedStep | None:
    """Find the approved plan of a visit at home that is to come; planning it needs every yes (`rules.planning`)."""
    course = course or course_of(intervention)
    step = course.next_step
    if intervention.ended_at is not None or step is None or not step.is_at_home:
        return None
    plan = plan_of(intervention, step, course)
    return plan if plan and plan.planned_for > timezone.now() else None


def two_visits(intervention: Intervention, plan: PlannedStep | None, actor: Actor) -> TwoVisits:
    """Tell what was found for a plan that stands, and where it could be asked; without a plan nothing."""
    if plan is None:
        return TwoVisits(found=[], rounds=[])
    return TwoVisits(found=_found(intervention), rounds=fitting_rounds(intervention, plan, actor))


def fitting_rounds(intervention: Intervention, plan: PlannedStep, actor: Actor) -> list[FittingRound]:
    """List the open rounds in whose fortnight the visit lies."""
    if not actor.may(Permission.NOMINATE):
        return []
    fitting = [each for each in open_rounds(actor) if is_within(plan.planned_for, each.closes_at)]
    asked = (
        {each.round_id for each in nominations_about(intervention.person_id) if each.kind == _VISIT} if fitting else ()
    )
    return [
        FittingRound(
            id=str(each.pk),
            label=f"Møde {each.meeting_on.day}/{each.meeting_on.month}, svar {_moment(each.closes_at)}",
            is_asked=each.pk in asked,
        )
        for each in fitting
    ]


_VISIT = NominationKind.VISIT.value


def _moment(closes_at: datetime) -> str:
    local = timezone.localtime(closes_at)
    return f"{local.day}/{local.month} kl. {local:%H.%M}"


def _found(intervention: Intervention) -> list[OtherVisit]:
    """Give what was found of late; the unit that goes along is no news."""
    together = _units_together(intervention)
    since = timezone.now() - FORTNIGHT
    return [
        OtherVisit(
            unit=each.other_unit.name,
            authority=each.other_unit.authority.short_name,
            job=label_of(Role, each.other_role),
        )
        for each in common_knowledge_about(intervention.person_id)
        if each.kind == _VISIT and each.found_at >= since and each.other_unit_id not in together
    ]


def _units_together(intervention: Intervention) -> set[object]:
    visit = intervention.joint_visit
    return {visit.unit_id, visit.partner_unit_id} if visit else set()
