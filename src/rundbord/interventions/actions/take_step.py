"""Take a step — notér et skridt: what was done or tried, what came out of it, and what that moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.moving import follow
from rundbord.interventions.actions.own_keys import destroy_own_words
from rundbord.interventions.actions.places import give_back_when_ended, take_place
from rundbord.interventions.actions.sealing import seal_by_own_key, seal_words
from rundbord.interventions.models import Intervention, Offer, StepTaken
from rundbord.interventions.queries.course import around, course_of
from rundbord.interventions.rules.kinds import Step
from rundbord.interventions.rules.taking import Attempted, objections_to
from rundbord.interventions.rules.words import written
from rundbord.interventions.vocabulary import Effect
from rundbord.partnership.rules.danish_days import at_clock

_NOON = time(12, 0)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """The identity that the form was made with: the same sent twice is one step."""

    id: UUID

    def within(self, intervention: Intervention) -> UUID:
        """Make the key of the row; another intervention's form never meets this one's rows."""
        return uuid5(intervention.pk, str(self.id))


def take_step(
    intervention: Intervention,
    step: Step,
    attempted: Attempted,
    *,
    sent: Sent,
    place: Offer | None = None,
    by: Actor,
) -> StepTaken:
    """Note one try of the next step, or raise Refused; what was sent before is given back as it stands.

    `place` is an offer of the own catalogue that was taken with it.
    """
    by.must(Permission.WORK_CONCERNS)
    standing = Intervention.objects.select_for_update().get(pk=intervention.pk)
    standing.person, standing.joint_visit = intervention.person, intervention.joint_visit
    if before := StepTaken.objects.filter(pk=sent.within(standing)).first():
        return before
    _refuse_wrong(standing, step, attempted)
    take_place(standing, place, step.outcome(attempted.outcome), by=by)
    row = _write(standing, step, attempted, key=sent.within(standing), by=by)
    follow(standing, step, row)
    if step.destroys:
        destroy_own_words(standing, by=by)
    give_back_when_ended(standing, by=by)
    told = {"intervention": str(standing.pk), "step": step.key, "outcome": row.outcome}
    audit.record(Event.INTERVENTION_STEP_TAKEN, about=row, by=by, details=told)
    return row


def _refuse_wrong(standing: Intervention, step: Step, attempted: Attempted) -> None:
    if standing.ended_at is not None:
        raise Refused("Indsatsen er slut. Se, hvordan den står nu.")
    if objections := objections_to(step, attempted, around(standing, course_of(standing))):
        raise Refused(objections)


def _write(standing: Intervention, step: Step, attempted: Attempted, *, key: UUID, by: Actor) -> StepTaken:
    row = StepTaken(
        id=key,
        authority_id=by.authority_id,
        person=standing.person,
        intervention=standing,
        step=step.key,
        outcome=attempted.outcome,
        sides=sorted(attempted.sides),
        held_at=attempted.held_at,
        counts_from=_counts_from(step, attempted),
        again_on=attempted.again_on if _is_tried_again(step, attempted) else None,
        taken_at=timezone.now(),
        taken_by=by.user_id,
        taken_label=by.user_name,
    )
    text = written(attempted.values)
    if step.own_key:
        seal_by_own_key(row, text, by=by)
    elif any(attempted.values.values()):
        seal_words(row, text)
    row.save(force_insert=True)
    return row


def _is_tried_again(step: Step, attempted: Attempted) -> bool:
    outcome = step.outcome(attempted.outcome)
    return outcome is not None and outcome.effect is Effect.AGAIN


def _counts_from(step: Step, attempted: Attempted) -> datetime:
    """Give the moment from which later clocks run: a day that the step asks for, or when it was held."""
    for field in step.fields:
        value = attempted.values.get(field.key)
        if field.counts and isinstance(value, str) and value:
            return at_clock(date.fromisoformat(value), _NOON)
    return attempted.held_at
