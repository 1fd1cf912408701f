"""Taking the list of incidents out of Rundbord, as the log tells."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.situation.models import Incident
from rundbord.situation.queries.incidents import IncidentFilter, all_of


def export_incidents(wanted: IncidentFilter, *, most: int, by: Actor) -> list[Incident]:
    """Give the incidents of the list, newest first, and log how many left."""
    by.must(Permission.EXPORT_INCIDENTS)
    rows = all_of(by, wanted, most=most)
    audit.record(Event.INCIDENTS_EXPORTED, by=by, details={"rows": len(rows)})
    return rows
