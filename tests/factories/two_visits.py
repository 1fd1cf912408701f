"""Builders of visits that are planned at home, and of rounds in which they are asked about."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.models import YoungPerson
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.models import WhoElseRound
from tests.database import as_owner
from tests.factories.rounds import ONE, followed, number
from tests.interventions.stories import fresh, looked_into, started, taken

WHY = "Familien skal ikke have to besøg i den samme uge, og vi vil aftale, hvem der kommer først."
IN_A_WEEK = timedelta(days=7)


def family(by: Actor, cpr: str = ONE) -> YoungPerson:
    """Open a file two days ago, with its number sealed in it, looked into before contact."""
    person = followed(by, cpr)
    with as_owner():
        key = open_key(person.data_key_id)
        person.cpr = key.seal(number(cpr).digits, at=place_of(person, "cpr"))
        person.save(update_fields=["cpr"])
    looked_into(person, by)
    return person


def decided(by: Actor, cpr: str = ONE) -> Intervention:
    """Decide on a visit at home, without a time yet."""
    intervention = started(by, InterventionKind.HOME_VISIT, person=family(by, cpr))
    taken(intervention, by, ("assess", "go"))
    return fresh(intervention, by)


def plan(intervention: Intervention, by: Actor, *, at: datetime | None = None) -> Intervention:
    """Plan its time, a week from now where no other is given."""
    with acting_for(by):
        step = queries.step_of(intervention, "visit")
        when = at or timezone.now() + IN_A_WEEK
        actions.plan_step(intervention, step, planned_for=when, place="Hos familien", by=by)
    return fresh(intervention, by)


def planned(by: Actor, cpr: str = ONE, *, at: datetime | None = None) -> Intervention:
    """Decide on a visit at home and plan its time."""
    return plan(decided(by, cpr), by, at=at)


def asked(intervention: Intervention, into: WhoElseRound, by: Actor, *, why: str = WHY) -> None:
    """Ask in a round whether others visit the same family."""
    with acting_for(by):
        actions.ask_who_visits(fresh_of(intervention), round_id=into.pk, reason=why, by=by)


def fresh_of(intervention: Intervention) -> Intervention:
    """Read it again as it stands, in the name of whoever acts."""
    return queries.intervention_of(intervention.pk)
