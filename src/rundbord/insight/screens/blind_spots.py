"""Blind spots — blinde vinkler: what one side sees and the other does not, by area and by hour; silent units."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.insight.queries.blind_spots import LOOKS_BACK, SILENT_AFTER
from rundbord.insight.queries.blind_spots import blind_spots as blind_spots_of
from rundbord.insight.rules.blind_spots import Side
from rundbord.insight.rules.columns import columns_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_OVERVIEW)
def blind_spots(request: SignedInRequest) -> HttpResponse:
    """Show the comparison for the last three months."""
    told = blind_spots_of(request.actor)
    charts = [(side, columns_of(_hours(told.hours[side]))) for side in (Side.POLICE, Side.MUNICIPALITY)]
    rows = zip(range(24), told.hours[Side.POLICE], told.hours[Side.MUNICIPALITY], strict=True)
    context = {
        "told": told,
        "charts": charts,
        "hours": list(rows),
        "days": LOOKS_BACK.days,
        "silent_days": SILENT_AFTER.days,
        "now": timezone.now(),
    }
    return page(request, "insight/blind_spots.html", context)


def _hours(counts: list[int]) -> list[tuple[str, int]]:
    return [(f"{hour:02}", count) for hour, count in enumerate(counts)]
