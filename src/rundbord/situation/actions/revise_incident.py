"""Changing an incident: the version rises by one, and what stands from now on is kept as a revision."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.situation.actions.give_verdict import label_of_judge
from rundbord.situation.models import Incident, IncidentRevision
from rundbord.situation.queries.proposals import facts_of

OVERTAKEN = "En anden gemte hændelsen i samme øjeblik. Læs ændringen, og gem igen."


def revise(incident: Incident, *, by: Actor, **columns: Any) -> Incident:
    """Write the columns if the incident still stands as it was read, and keep the revision."""
    touch(incident, **columns)
    incident.refresh_from_db()
    keep_revision(incident, by=by)
    return incident


def touch(incident: Incident, **columns: Any) -> None:
    """Raise the version, so that the picture tells of a change; Refused when somebody was quicker."""
    standing = Incident.objects.filter(pk=incident.pk, version=incident.version)
    if not standing.update(**columns, version=incident.version + 1, changed_at=timezone.now()):
        raise Refused(OVERTAKEN)


def keep_revision(incident: Incident, *, by: Actor) -> None:
    """Remember how the incident stands."""
    IncidentRevision.objects.create(
        partnership_id=incident.partnership_id,
        authority_id=incident.authority_id,
        unit_id=incident.unit_id,
        audience=incident.audience,
        incident=incident,
        version=incident.version,
        content=facts_of(incident).as_json(),
        user_id=by.user_id,
        user_label=label_of_judge(by),
        at=incident.changed_at,
    )
