"""One intervention as its page shows it: what stops, what is next, what was done, what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.queries.opened import GONE, text_of
from rundbord.interventions.models import Intervention, InterventionEnd, JointVisit, PlannedStep, StepTaken
from rundbord.interventions.queries.course import around, course_of, plan_of, steps_of
from rundbord.interventions.queries.finding import kind_of
from rundbord.interventions.queries.first_contact import clock_of
from rundbord.interventions.queries.two_visits import TwoVisits, two_visits
from rundbord.interventions.rules.first_contact import Leg
from rundbord.interventions.rules.hard_stops import HardStop, Safety, in_words, stops_before, stops_for
from rundbord.interventions.rules.kinds import Kind, Step
from rundbord.interventions.rules.progress import Course
from rundbord.interventions.rules.taking import Around, objections_of_age, objections_to_contact
from rundbord.interventions.rules.words import Said, read
from rundbord.interventions.vocabulary import Effect, Ending, StepState
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.queries import open_keys
from rundbord.vocabulary import label_of

_PRINTED = {
    "invitation": "invitationen",
    "summary": "referatet",
    "letter": "brevet",
    "underretning": "underretningen",
}


@dataclass(frozen=True, kw_only=True)
class DoneStep:
    """A step that was taken, as shown; `are_words_gone`: they were sealed by a key that has been destroyed."""

    row: StepTaken
    label: str
    outcome: str
    effect: Effect
    said: list[Said]
    printed: str
    are_words_gone: bool

    @property
    def print_text(self) -> str:
        """What the button says that makes the page to hand out."""
        return f"Hent {_PRINTED[self.printed]}" if self.printed else ""

    @property
    def mark(self) -> str:
        """The kind of its badge."""
        return {Effect.ONWARD: "success", Effect.AGAIN: "warning", Effect.END: "closed"}[self.effect]


@dataclass(frozen=True, kw_only=True)
class StepLine:
    """A step of the kind with where it stands and when it is due."""

    step: Step
    state: StepState
    due_at: datetime | None
    may_repeat: bool = False

    @property
    def mark(self) -> str:
        """The kind of its badge."""
        marks = {StepState.DONE: "success", StepState.CURRENT: "info", StepState.AHEAD: "neutral"}
        return marks.get(self.state, "closed")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All of one intervention."""

    intervention: Intervention
    kind: Kind
    name: str
    course: Course
    lines: list[StepLine]
    done: list[DoneStep]
    safety: Safety
    against: list[str]
    legs: list[Leg]
    plan: PlannedStep | None
    plan_place: str
    visits: TwoVisits
    end: InterventionEnd | None
    end_reason: str
    may_work: bool

    @property
    def joint(self) -> JointVisit | None:
        """The visit that two units share."""
        return self.intervention.joint_visit

    @property
    def other_unit_id(self) -> UUID | None:
        """The unit of the other authority that goes along."""
        if self.joint is None:
            return None
        is_ours = self.joint.authority_id == self.intervention.authority_id
        return self.joint.partner_unit_id if is_ours else self.joint.unit_id

    @property
    def next_step(self) -> Step | None:
        """The step that is to be taken, while the intervention runs."""
        return None if self.intervention.ended_at else self.course.next_step

    @property
    def due_at(self) -> datetime | None:
        """When it is due."""
        return self.course.next_due

    @property
    def is_overdue(self) -> bool:
        """Tell whether the next step is late."""
        return bool(self.next_step and self.due_at and self.due_at < timezone.now())

    @property
    def stops(self) -> list[HardStop]:
        """What stops the next step."""
        return stops_before(self.next_step, self.safety) if self.next_step else []

    @property
    def conditions(self) -> list[str]:
        """What else stands in the way of the next step: the other side's word, the cap on visits."""
        stops = {in_words(stop) for stop in self.stops}
        return [sentence for sentence in self.against if sentence not in stops]

    @property
    def ahead(self) -> list[HardStop]:
        """What does not stop the next step, and will stop one after it."""
        if self.next_step is None:
            return []
        steps = self.kind.steps[self.kind.steps.index(self.next_step) + 1 :]
        later = {stop for step in steps for stop in step.stops}
        return [each for each in stops_for(self.safety) if each not in self.stops and each.stop in later]

    @property
    def to_hand_out(self) -> DoneStep | None:
        """The page that the step before has made, which the next one hands over."""
        newest = self.done[0] if self.done else None
        return newest if self.next_step and newest and newest.printed and newest.said else None

    @property
    def ending(self) -> str:
        """How it ended, in words."""
        return label_of(Ending, self.intervention.ending)


def sheet_of(intervention: Intervention, actor: Actor) -> Sheet:
    """Open one intervention."""
    rows = steps_of(intervention)
    course = course_of(intervention, rows)
    keys = _keys_of(intervention, rows)
    key, step = keys.get(intervention.person.data_key_id), course.next_step
    plan = plan_of(intervention, step, course) if step and step.is_planned else None
    end = InterventionEnd.objects.filter(intervention=intervention).order_by("-ended_at").first()
    met = around(intervention, course)
    return Sheet(
        intervention=intervention,
        kind=course.kind,
        name=text_of(intervention.person, "name", key) if key else GONE,
        course=course,
        lines=_lines(course),
        done=done_steps(course.kind, reversed(rows), keys, default=intervention.person.data_key_id),
        safety=met.safety,
        against=_against(step, met) if step and intervention.ended_at is None else [],
        legs=clock_of(intervention.concern),
        plan=plan,
        visits=two_visits(intervention, _at_home(plan, step), actor),
        plan_place=text_of(plan, "words", key) if plan and key else "",
        end=end,
        end_reason=text_of(end, "reason", key) if end and key else "",
        may_work=actor.may(Permission.WORK_CONCERNS) and intervention.ended_at is None,
    )


def _at_home(plan: PlannedStep | None, step: Step | None) -> PlannedStep | None:
    is_ahead = plan is not None and plan.planned_for > timezone.now()
    return plan if is_ahead and step is not None and step.is_at_home else None


def _against(step: Step, met: Around) -> list[str]:
    return [*objections_of_age(met), *objections_to_contact(step, met)]


def done_steps(kind: Kind, rows: Iterable[StepTaken], keys: dict[UUID, OpenKey], *, default: UUID) -> list[DoneStep]:
    """Open what was filled in at each step; without its key the words are gone."""
    return [_done(kind, row, keys.get(row.data_key_id or default)) for row in rows]


def done_step(row: StepTaken) -> DoneStep:
    """Open one step that was taken."""
    intervention = row.intervention
    key_id = row.data_key_id or intervention.person.data_key_id
    return _done(kind_of(intervention), row, open_keys([key_id]).get(key_id))


def _lines(course: Course) -> list[StepLine]:
    return [
        StepLine(step=each, state=course.state_of(each), due_at=course.due(each), may_repeat=course.may_repeat(each))
        for each in course.kind.steps
    ]


def _keys_of(intervention: Intervention, rows: Iterable[StepTaken]) -> dict[UUID, OpenKey]:
    own = {row.data_key_id for row in rows if row.data_key_id}
    return open_keys({intervention.person.data_key_id, *own})


def _done(kind: Kind, row: StepTaken, key: OpenKey | None) -> DoneStep:
    step = kind.step(row.step)
    outcome = step.outcome(row.outcome) if step else None
    return DoneStep(
        row=row,
        label=step.label if step else row.step,
        outcome=outcome.label if outcome else row.outcome,
        effect=outcome.effect if outcome else Effect.ONWARD,
        said=read(step, text_of(row, "words", key)) if step and row.words and key else [],
        printed=step.printed if step and outcome and outcome.effect is not Effect.AGAIN else "",
        are_words_gone=bool(row.words) and key is None,
    )
