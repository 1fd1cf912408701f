"""Zones — zoner: those in force, with how long they have left; those that are over; numbers of bans."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.web import SignedInRequest, page, screen
from rundbord.zones import queries
from rundbord.zones.screens.deciders import decides_zones

LIVE, OVER = "i-kraft", "udloebne"


@screen(Permission.SEE_ZONES)
def zones(request: SignedInRequest) -> HttpResponse:
    """Show one of the two lists."""
    shown = OVER if request.GET.get("vis") == OVER else LIVE
    rows, before, after = _rows(request, shown)
    context = {
        "rows": rows,
        "shown": shown,
        "newer": f"?vis={OVER}&foer={before}" if before else "",
        "older": f"?vis={OVER}&efter={after}" if after else "",
        "collection": queries.zone_collection(rows),
        "bans": queries.ban_table(request.actor) if shown == LIVE else None,
        "decides": decides_zones(request.actor),
        "now": timezone.now(),
    }
    return page(request, "zones/zones.html", context)


def _rows(request: SignedInRequest, shown: str) -> tuple[list[queries.ZoneRow], str, str]:
    if shown == LIVE:
        return queries.live_zones(), "", ""
    return queries.over_zones(after=request.GET.get("efter", ""), before=request.GET.get("foer", ""))
