"""Keeping a report: it becomes an incident of its own, as wide as the report and no wider."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.actions.give_verdict import give_verdict
from rundbord.situation.actions.revise_incident import keep_revision
from rundbord.situation.models import Incident, Report, Triage
from rundbord.situation.queries.proposals import columns_of, proposed_facts
from rundbord.situation.rules.incident_facts import IncidentFacts, objections_to
from rundbord.situation.vocabulary import Verdict


def keep_report(
    report: Report, *, facts: IncidentFacts | None = None, overridden: Sequence[str] = (), by: Actor
) -> Triage:
    """Make an incident of the report, with the facts as corrected on the way or else as the report tells them."""
    by.must(Permission.TRIAGE)
    chosen = facts or proposed_facts(report)
    if objections := objections_to(chosen):
        raise Refused(objections)
    incident = _incident_of(report, chosen)
    triage = give_verdict(report, Verdict.KEPT, incident=incident, by=by)
    keep_revision(incident, by=by)
    audit.record(Event.KEPT, about=report, by=by, details={"incident": str(incident.pk)})
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=incident, by=by, details={"kinds": ",".join(overridden)})
    return triage


def _incident_of(report: Report, facts: IncidentFacts) -> Incident:
    now = timezone.now()
    return Incident.objects.create(
        partnership_id=report.partnership_id,
        authority_id=report.authority_id,
        unit_id=report.unit_id,
        audience=report.audience,
        first_report=report,
        nature=report.nature,
        subcategory=report.subcategory,
        created_at=now,
        changed_at=now,
        **columns_of(facts, arrived_at=report.created_at),
    )
