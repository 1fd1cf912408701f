"""Writing an original and what was read from it: what pasting and fetching have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from rundbord import audit, reading
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.audit import Event
from rundbord.deletion.queries.periods import days_of
from rundbord.identity.models import Unit
from rundbord.partnership.queries import AreaLookup, area_lookup
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import ReadIncident, Report, SourceText
from rundbord.situation.queries.reporting import unit_of
from rundbord.situation.rules.read_incidents import Columns, columns_of, evidence_of
from rundbord.situation.vocabulary import Nature, SourceKind

_RECEIVED_MEANWHILE = {"source_text_once": {"text": "Den samme rapport er netop indlagt af en anden."}}


def keep_source_text(
    report: reading.Report, *, name: str, published_on: date, district: str, digest: bytes, by: Actor
) -> SourceText:
    """Keep the original for its own authority, and write each incident as a report that only it can read."""
    stored = _store(report, name=name, published_on=published_on, district=district, digest=digest, by=by)
    desk = desk_of(by)
    for position, incident in enumerate(report.incidents, start=1):
        add_incident(stored, incident, position, desk=desk, by=by)
    audit.record(Event.SOURCE_TEXT_RECEIVED, about=stored, by=by, details={"incidents": len(report.incidents)})
    return stored


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What every incident of a report needs alike, fetched once: the unit that reports, and the areas."""

    unit: Unit
    lookup: AreaLookup


def desk_of(actor: Actor) -> Desk:
    """Fetch both."""
    return Desk(unit=unit_of(actor), lookup=area_lookup())


def add_incident(
    stored: SourceText, incident: reading.ReadIncident, position: int, *, desk: Desk, by: Actor
) -> ReadIncident:
    """Write one incident of the text, as a report that waits for release."""
    report = _write_report(told_of(incident, desk.lookup), desk.unit, by=by)
    return ReadIncident.objects.create(
        authority_id=by.authority_id,
        source_text=stored,
        report=report,
        position=position,
        **whereabouts_of(incident, stored.text),
    )


def told_of(incident: reading.ReadIncident, lookup: AreaLookup) -> Columns:
    """Give the columns of a report that tell the incident, its area among them."""
    columns = columns_of(incident)
    found = lookup.find(street=str(columns["place_text"])) or lookup.find(street=str(columns["town"]))
    return {**columns, "area": found}


def whereabouts_of(incident: reading.ReadIncident, text: str) -> Columns:
    """Give where in the original the incident and its fields stand; nowhere once the original is gone."""
    if not text:
        return {"span_start": 0, "span_end": 0, "evidence": {}, "flags": []}
    return {
        "span_start": incident.span.start,
        "span_end": incident.span.end,
        "evidence": evidence_of(incident),
        "flags": [[flag.kind.value, flag.span.of(text)] for flag in incident.flags],
    }


def _store(
    report: reading.Report, *, name: str, published_on: date, district: str, digest: bytes, by: Actor
) -> SourceText:
    now = timezone.now()
    with refusing_collisions(_RECEIVED_MEANWHILE):
        return SourceText.objects.create(
            partnership_id=by.table,
            authority_id=by.authority_id,
            name=name[:160],
            text=report.text,
            digest=digest,
            district=district[:80],
            layout=report.layout[:60],
            published_on=published_on,
            received_at=now,
            received_by=by.user_id,
            delete_at=now + timedelta(days=days_of("source_text", by.authority_id)),
        )


def _write_report(columns: Columns, unit: Unit, *, by: Actor) -> Report:
    now = timezone.now()
    return Report.objects.create(
        **columns,
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit=unit,
        reporter_id=by.user_id,
        audience=Audience.AUTHORITY.value,
        nature=Nature.INCIDENT.value,
        source_kind=SourceKind.PRESS_REPORT.value,
        created_at=now,
        changed_at=now,
    )
