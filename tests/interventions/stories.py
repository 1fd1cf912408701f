"""Builders of interventions, written as the user who works them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.models import Safeguard, YoungPerson
from rundbord.concerns.vocabulary import SafeguardKind
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, StepTaken
from rundbord.interventions.rules.kinds import KINDS, Step
from rundbord.interventions.rules.taking import Attempted, Value
from rundbord.interventions.vocabulary import FieldKind, InterventionKind, OfferKind, Side
from rundbord.sharing.vocabulary import HonourScreening
from tests.concerns.files import file_on

WORDS = "Den unge vil gerne i praktik."
OFFER = actions.OfferTerms(
    name="Værkstedet",
    kind=OfferKind.LEISURE,
    words="Åbent tre eftermiddage om ugen.",
    contact="Ungdomsskolen, 12 34 56 78",
    from_age=13,
    to_age=17,
    places=10,
    free=4,
)
BOTH = frozenset({Side.POLICE, Side.MUNICIPALITY})


def looked_into(person: YoungPerson, by: Actor, *, state: str = HonourScreening.NO_SIGNS.value) -> None:
    """Note that honour conflict was looked into before contact."""
    safeguard(person, by, kind=SafeguardKind.HONOUR, state=state)


def safeguard(person: YoungPerson, by: Actor, *, kind: SafeguardKind, state: str) -> None:
    """Note what was found out before contact."""
    with acting_for(by):
        Safeguard.objects.create(
            authority_id=by.authority_id,
            person=person,
            kind=kind.value,
            state=state,
            stated_at=timezone.now(),
            stated_by=by.user_id,
            stated_label=by.user_name,
        )


def started(by: Actor, kind: InterventionKind, *, person: YoungPerson | None = None) -> Intervention:
    """Begin an intervention in a file that has been looked into."""
    subject = person or file_on(by)
    if person is None:
        looked_into(subject, by)
    with acting_for(by):
        begun = actions.start_intervention(subject, kind=KINDS[kind], by=by)
        return queries.intervention_of(begun.pk)


def values_of(step: Step, **changed: Value) -> dict[str, Value]:
    """Fill in a step as its rules want it."""
    given: dict[str, Value] = {}
    for field in step.fields:
        if field.kind is FieldKind.CHOICES:
            given[field.key] = list(field.choices)[:1]
        elif field.kind is FieldKind.AGREEMENTS:
            given[field.key] = [{"who": "Den unge", "what": "Møder op", "when": "mandag"}]
        elif field.kind is FieldKind.DAY:
            given[field.key] = timezone.localdate().isoformat()
        elif field.kind is FieldKind.YES_NO:
            given[field.key] = field.must_be or "yes"
        else:
            given[field.key] = next(iter(field.choices), "") or WORDS
    return {**given, **changed}


def attempted(step: Step, outcome: str, *, again_on: date | None = None, **changed: Value) -> Attempted:
    """Note a step as it was held just now, with both sides there."""
    return Attempted(
        outcome=outcome, values=values_of(step, **changed), held_at=timezone.now(), sides=BOTH, again_on=again_on
    )


def taken(intervention: Intervention, by: Actor, *steps: tuple[str, str], **changed: Value) -> StepTaken:
    """Take steps one after another, each with its outcome; give the last. `changed` are facts filled in otherwise."""
    row: StepTaken | None = None
    for key, outcome in steps:
        with acting_for(by):
            standing = queries.intervention_of(intervention.pk)
            step = queries.step_of(standing, key)
            again_on = timezone.localdate() + timedelta(days=2)
            note = attempted(step, outcome, again_on=again_on, **changed)
            row = actions.take_step(standing, step, note, sent=actions.Sent(id=uuid4()), by=by)
    assert row is not None
    return row


def fresh(intervention: Intervention, by: Actor) -> Intervention:
    """Read it again as it stands."""
    with acting_for(by):
        return queries.intervention_of(intervention.pk)
