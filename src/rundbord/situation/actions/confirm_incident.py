"""Confirming an incident, or taking the confirmation back."""

from __future__ import annotations

from dataclasses import replace

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.situation.actions.change_incident import change_incident
from rundbord.situation.models import Incident
from rundbord.situation.queries.proposals import facts_of


def confirm_incident(incident: Incident, *, is_confirmed: bool, by: Actor) -> Incident:
    """Say whether the incident is confirmed, and change nothing else."""
    by.must(Permission.TRIAGE)
    return change_incident(incident, facts=replace(facts_of(incident), is_confirmed=is_confirmed), by=by)
