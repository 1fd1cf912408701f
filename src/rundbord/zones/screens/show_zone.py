"""Show zone — zone: where, why, until when, and the chain of decisions behind it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.web import SignedInRequest, page, screen
from rundbord.zones import queries
from rundbord.zones.screens.deciders import decides_zones


@screen(Permission.SEE_ZONES)
def show_zone(request: SignedInRequest, zone_id: UUID) -> HttpResponse:
    """Show the zone with its map, and the same facts in words."""
    row = queries.zone_row(zone_id)
    context = {
        "row": row,
        "links": queries.links_of(row),
        "place_corrections": queries.place_corrections(row),
        "collection": queries.zone_collection([row]),
        "may_decide": decides_zones(request.actor) and row.is_live,
        "may_correct": decides_zones(request.actor) and row.zone.authority_id == request.actor.authority_id,
    }
    return page(request, "zones/show_zone.html", context)
