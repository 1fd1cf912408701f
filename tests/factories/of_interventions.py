"""Rows that addresses of interventions name: SSP Gladsaxe's own, which no other authority sees."""

from __future__ import annotations

from django.db.models import Model

from rundbord.interventions.vocabulary import InterventionKind
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.stories import started, taken


def of_interventions(world: Vestegnen, actor_of: ActorOf) -> dict[tuple[str, str], Model]:
    """Make a home visit that is about to happen, written as the coordinator."""
    by = actor_of(world.coordinator)
    visit = started(by, InterventionKind.HOME_VISIT)
    return {
        ("interventions", "person_id"): visit.person,
        ("interventions", "intervention_id"): visit,
        ("interventions", "step_id"): taken(visit, by, ("assess", "go")),
    }
