"""Between rows and rules: facts that a report proposes, facts of an incident, and whom a row reaches."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from rundbord.partnership.rules import street_key
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Incident, Report, Triage
from rundbord.situation.rules.incident_facts import IncidentFacts
from rundbord.situation.rules.reach import Reach
from rundbord.situation.rules.triage import is_confirmed_by, moment_of, proposed_category, proposed_heading

_KEY_LENGTH = 160


def reach_of(row: Report | Incident | Triage) -> Reach:
    """Tell whom a row reaches."""
    return Reach(authority_id=row.authority_id, unit_id=row.unit_id, audience=Audience(row.audience))


def proposed_facts(report: Report) -> IncidentFacts:
    """Propose the facts of the incident that the report would become."""
    place = report.place_text or (report.area.name if report.area else "")
    return IncidentFacts(
        heading=proposed_heading(heading=report.heading, category=report.category, text=report.text, place=place),
        category=proposed_category(report.category),
        is_confirmed=is_confirmed_by(report.source_kind),
        **_time_and_place_of(report),
    )


def facts_of(incident: Incident) -> IncidentFacts:
    """Give the facts as they stand."""
    return IncidentFacts(
        heading=incident.heading,
        category=incident.category,
        is_confirmed=incident.is_confirmed,
        **_time_and_place_of(incident),
    )


def columns_of(facts: IncidentFacts, *, arrived_at: datetime) -> dict[str, Any]:
    """Give the columns of an incident, those included by which it is sorted and found."""
    return asdict(facts) | {
        "heading": facts.heading.strip(),
        "place_key": street_key(facts.place_text)[:_KEY_LENGTH],
        "occurred_at": moment_of(starts_at=facts.starts_at, ends_at=facts.ends_at, arrived_at=arrived_at),
    }


def _time_and_place_of(row: Report | Incident) -> dict[str, Any]:
    return {
        "starts_at": row.starts_at,
        "ends_at": row.ends_at,
        "starts_precision": row.starts_precision,
        "ends_precision": row.ends_precision,
        "area_id": row.area_id,
        "place_text": row.place_text,
        "town": row.town,
        "lat": row.lat,
        "lon": row.lon,
        "point_precision": row.point_precision,
    }
