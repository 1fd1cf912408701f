"""Lets the units of the demonstration begin what they do through the ordinary actions, and puts it some days back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.models import Safeguard, YoungPerson
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import OWNER, Founded
from rundbord.demo.interventions.courses import Course, Step
from rundbord.demo.interventions.told import COURSES, OFFERS
from rundbord.identity.models import Unit
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, JointVisit
from rundbord.interventions.rules.joint import WEIGHED
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.rules.taking import Attempted
from rundbord.interventions.vocabulary import Side
from rundbord.sharing.vocabulary import HonourScreening


def intervene(founded: Founded) -> None:
    """Begin each course, take its steps, ask for its joint visit; and keep the offers."""
    for course in COURSES:
        _go_through(course, founded, by=actor_named(course.by, founded))
    for name, offers in OFFERS.items():
        by = actor_named(name, founded)
        with acting_for(by):
            for terms in offers:
                actions.add_offer(terms, by=by)


def _go_through(course: Course, founded: Founded, *, by: Actor) -> None:
    begun_at = timezone.now() - timedelta(days=course.since)
    with acting_for(by):
        person = _person(course.name)
        if course.steps:
            _look_into(person, by)
        intervention = actions.start_intervention(person, kind=KINDS[course.kind], by=by)
    # Nobody begins anything in the past: the row is put back, late on purpose where nothing was done.
    Intervention.objects.using(OWNER).filter(pk=intervention.pk).update(
        started_at=begun_at, due_at=begun_at + timedelta(days=5)
    )
    with acting_for(by):
        for step in course.steps:
            _take(intervention, step, by=by)
        if course.asks:
            _ask(intervention, course, founded, by=by)


def _person(name: str) -> YoungPerson:
    names = queries.names_of(YoungPerson.objects.all())
    return YoungPerson.objects.get(pk=next(key for key, known in names.items() if known == name))


def _look_into(person: YoungPerson, by: Actor) -> None:
    Safeguard.objects.create(
        authority_id=by.authority_id,
        person=person,
        kind="honour",
        state=HonourScreening.NO_SIGNS.value,
        stated_at=timezone.now(),
        stated_by=by.user_id,
        stated_label=by.user_name,
    )


def _take(intervention: Intervention, told: Step, *, by: Actor) -> None:
    standing = queries.intervention_of(intervention.pk)
    step = queries.step_of(standing, told.key)
    held_at = timezone.now() - timedelta(days=told.days_ago)
    day = timezone.localdate(held_at)
    if told.day_in is not None:
        day = timezone.localdate() + timedelta(days=told.day_in)
    attempted = Attempted(
        outcome=told.outcome,
        values={key: value or day.isoformat() for key, value in told.values.items()},
        held_at=held_at,
        sides=frozenset(Side),
        again_on=timezone.localdate(held_at) + timedelta(days=told.again_in),
    )
    actions.take_step(standing, step, attempted, sent=actions.Sent(id=uuid4()), by=by)


def _ask(intervention: Intervention, course: Course, founded: Founded, *, by: Actor) -> JointVisit:
    asked = actor_named(course.asks, founded)
    unit = Unit.objects.select_related("authority").filter(pk__in=[asked.unit_id]).get()
    standing = queries.intervention_of(intervention.pk)
    area = founded.areas[course.area]
    return actions.ask_for_joint_visit(standing, unit=unit, area=area, weighed=list(WEIGHED), by=by)
