"""Mapped area — området i kvartalet: what both sides say and why, what they said before, and quarter by quarter."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.streetwork import queries
from rundbord.streetwork.actions.speaking import objections_to_speaking
from rundbord.streetwork.screens.asked import quarter_asked
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_ACTIVITY)
def mapped_area(request: SignedInRequest, area_id: UUID, quarter_key: str) -> HttpResponse:
    """Show one area in one quarter."""
    area, quarter = queries.area_to_map(area_id), quarter_asked(quarter_key)
    today = timezone.localdate()
    row = queries.mapped_area(area, quarter)
    speaks = request.actor.may(Permission.MAP_ACTIVITY) and not objections_to_speaking(area, by=request.actor)
    context = {
        "row": row,
        "area": area,
        "quarter": quarter,
        "voices": [("Politiet", row.police), (f"SSP {area.authority.short_name}", row.ssp)],
        "history": queries.views_in(area, quarter),
        "quarters": queries.quarters_of_area(area.pk, until=quarter),
        "collection": queries.activity_collection([row]),
        "older": queries.quarter_before(quarter, today=today, area_id=area.pk),
        "newer": quarter.next if quarter.next.has_begun(today) else None,
        "is_open": quarter.is_open(today),
        "may_state": speaks and quarter.is_open(today),
        "may_look_back": request.actor.may(Permission.SEE_OVERVIEW),
    }
    return page(request, "streetwork/mapped_area.html", context)
