"""Placing a report on the map: keeping it, with a place that the source did not give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.situation.actions.keep_report import keep_report
from rundbord.situation.models import Report, Triage
from rundbord.situation.queries.proposals import proposed_facts

NOWHERE = "Vælg et punkt på kortet, et område eller en gade."


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where something happened: a point, a street, an area, or several of them."""

    area_id: UUID | None = None
    place_text: str = ""
    lat: float | None = None
    lon: float | None = None
    point_precision: str = ""


def place_report(report: Report, *, spot: Spot, overridden: Sequence[str] = (), by: Actor) -> Triage:
    """Keep the report at the spot; the report itself stays its source's own."""
    by.must(Permission.TRIAGE)
    if spot.area_id is None and spot.lat is None and not spot.place_text:
        raise Refused(NOWHERE)
    facts = replace(
        proposed_facts(report),
        area_id=spot.area_id,
        place_text=spot.place_text,
        lat=spot.lat,
        lon=spot.lon,
        point_precision=spot.point_precision,
    )
    return keep_report(report, facts=facts, overridden=overridden, by=by)
