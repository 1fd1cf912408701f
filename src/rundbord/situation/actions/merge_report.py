"""Merging: two sources tell of one event; both texts stay, each with its own readers."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.actions.give_verdict import give_verdict
from rundbord.situation.actions.keep_report import keep_report
from rundbord.situation.actions.revise_incident import touch
from rundbord.situation.models import Incident, Report, Triage
from rundbord.situation.queries.proposals import reach_of
from rundbord.situation.rules.reach import TOO_NARROW, is_within
from rundbord.situation.vocabulary import Verdict

WITHDRAWN = "Hændelsen er trukket tilbage, siden du så den. Vælg en anden, eller behold indberetningen."


def merge_report(report: Report, *, into: Incident | Report, by: Actor) -> Triage:
    """Lay the report into an incident, or together with another report of which the wider becomes the incident."""
    by.must(Permission.TRIAGE)
    if isinstance(into, Incident):
        return _lay(report, into, by=by)
    wider, narrower = _by_width(report, into)
    incident = keep_report(wider, by=by).incident
    assert incident is not None  # noqa: S101 — a kept report has its incident
    return _lay(narrower, incident, by=by)


def _by_width(one: Report, other: Report) -> tuple[Report, Report]:
    if is_within(reach_of(one), reach_of(other)):
        return other, one
    if is_within(reach_of(other), reach_of(one)):
        return one, other
    raise Refused(TOO_NARROW)


def _lay(report: Report, incident: Incident, *, by: Actor) -> Triage:
    if incident.withdrawn_at is not None:
        raise Refused(WITHDRAWN)
    if not is_within(reach_of(report), reach_of(incident)):
        raise Refused(TOO_NARROW)
    triage = give_verdict(report, Verdict.MERGED, incident=incident, by=by)
    if is_within(reach_of(incident), reach_of(report)):
        # A narrower text must not show by a change that its strangers could see.
        touch(incident)
    audit.record(Event.MERGED, about=report, by=by, details={"incident": str(incident.pk)})
    return triage
