"""Correcting what is known of an incident; each source's own text stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.actions.revise_incident import revise
from rundbord.situation.models import Incident
from rundbord.situation.queries.proposals import columns_of, facts_of
from rundbord.situation.rules.incident_facts import IncidentFacts, changed_fields, objections_to

WITHDRAWN = "Hændelsen er trukket tilbage og kan ikke rettes. Sortér indberetningen igen i indbakken."


def change_incident(incident: Incident, *, facts: IncidentFacts, overridden: Sequence[str] = (), by: Actor) -> Incident:
    """Let the facts stand from now on, and keep how it stood before."""
    by.must(Permission.TRIAGE)
    if incident.withdrawn_at is not None:
        raise Refused(WITHDRAWN)
    if objections := objections_to(facts):
        raise Refused(objections)
    changes = changed_fields(facts_of(incident).as_json(), facts.as_json())
    if not changes:
        return incident
    revised = revise(incident, by=by, **columns_of(facts, arrived_at=incident.created_at))
    audit.record(Event.INCIDENT_CHANGED, about=incident, by=by, details={"fields": ",".join(changes)})
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=incident, by=by, details={"kinds": ",".join(overridden)})
    return revised
