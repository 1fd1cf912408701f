"""Rows that addresses of interventions name: SSP Gladsaxe's own, and a visit that the police see."""

from __future__ import annotations

from django.db.models import Model

from rundbord.access.session import acting_for
from rundbord.interventions.actions import add_offer, ask_for_joint_visit
from rundbord.interventions.rules.joint import WEIGHED
from rundbord.interventions.vocabulary import InterventionKind
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.stories import OFFER, started, taken


def of_interventions(world: Vestegnen, actor_of: ActorOf) -> dict[tuple[str, str], Model]:
    """Make a home visit that is about to happen, written as the coordinator."""
    by = actor_of(world.coordinator)
    visit = started(by, InterventionKind.HOME_VISIT)
    knock = started(by, InterventionKind.KNOCK_KNOCK)
    taken(knock, by, ("nominate", "nominated"), ("decide", "go"))
    with acting_for(by):
        joint = ask_for_joint_visit(knock, unit=world.local_police, area=None, weighed=list(WEIGHED), by=by)
    with acting_for(by):
        offer = add_offer(OFFER, by=by)
    return {
        ("interventions", "offer_id"): offer,
        ("interventions", "visit_id"): joint,
        ("interventions", "person_id"): visit.person,
        ("interventions", "intervention_id"): visit,
        ("interventions", "step_id"): taken(visit, by, ("assess", "go")),
    }
