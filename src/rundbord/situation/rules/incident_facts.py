"""What is known of an incident and may be corrected: never a person, never a source's own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

HEADING_MISSING = "Giv hændelsen en overskrift."
ENDS_BEFORE_IT_STARTS = "Sluttidspunktet ligger før starttidspunktet."
HALF_A_POINT = "Et punkt på kortet har både breddegrad og længdegrad."


@dataclass(frozen=True, kw_only=True)
class IncidentFacts:
    """Heading, category, time and place of an incident, and whether it is confirmed."""

    heading: str
    category: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    starts_precision: str = ""
    ends_precision: str = ""
    area_id: UUID | None = None
    place_text: str = ""
    town: str = ""
    lat: float | None = None
    lon: float | None = None
    point_precision: str = ""
    is_confirmed: bool = False

    def as_json(self) -> dict[str, object]:
        """Write the facts as a revision keeps them."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}


def objections_to(facts: IncidentFacts) -> dict[str, list[str]]:
    """Give every reason why the facts cannot stand, by field; a contradiction of the source is for a person to mend."""
    checks = {
        ("heading", HEADING_MISSING): not facts.heading.strip(),
        ("ends_at", ENDS_BEFORE_IT_STARTS): bool(facts.starts_at and facts.ends_at and facts.ends_at < facts.starts_at),
        ("lat", HALF_A_POINT): (facts.lat is None) != (facts.lon is None),
    }
    return {field: [reason] for (field, reason), applies in checks.items() if applies}


def changed_fields(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """Name the fields in which two revisions differ."""
    return [name for name, value in after.items() if before.get(name) != value]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
