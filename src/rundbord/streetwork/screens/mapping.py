"""Mapping — kortlægning: the quarter on the map and as a table, what changed, and what waits for a side."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.rules import side_of
from rundbord.streetwork import queries
from rundbord.streetwork.actions.speaking import objections_to_speaking
from rundbord.streetwork.actions.state_gang_free import objections_to_stating
from rundbord.streetwork.rules.quarters import Quarter, quarter_of_key
from rundbord.streetwork.vocabulary import ActivityLevel
from rundbord.web import SignedInRequest, page, screen

ALL, OURS, LACKING, DISPUTED = "alle", "jeres", "mangler", "uenige"


@screen(Permission.SEE_ACTIVITY)
def mapping(request: SignedInRequest) -> HttpResponse:
    """Show the whole quarter, or the areas that lack the own side, lack any side or divide the two."""
    today = timezone.localdate()
    quarter = _quarter(request)
    told = queries.mapping_of(quarter)
    lists = {LACKING: told.lacking, DISPUTED: told.disputed}
    maps = request.actor.may(Permission.MAP_ACTIVITY)
    if maps:
        lists[OURS] = _waiting_for_us(told, request)
    shown = request.GET.get("vis", ALL)
    rows = lists.get(shown, told.areas)
    context = {
        "told": told,
        "quarter": quarter,
        "rows": rows,
        "maps": maps,
        "ours": lists.get(OURS, []),
        "shown": shown if shown in lists else ALL,
        "collection": queries.activity_collection(rows),
        "levels": list(ActivityLevel),
        "older": queries.quarter_before(quarter, today=today),
        "newer": quarter.next if quarter.next.has_begun(today) else None,
        "is_open": quarter.is_open(today),
        "municipalities": [(each, _may_declare(each, request)) for each in told.municipalities],
        "now": timezone.now(),
    }
    return page(request, "streetwork/mapping.html", context)


def _quarter(request: SignedInRequest) -> Quarter:
    """Give the quarter asked for; where none is, or one that has not begun, the one in focus."""
    asked = quarter_of_key(request.GET.get("kvartal", ""))
    has_begun = asked is not None and asked.has_begun(timezone.localdate())
    return asked if asked and has_begun else queries.quarter_in_focus()


def _waiting_for_us(told: queries.QuarterMapping, request: SignedInRequest) -> list[queries.MappedArea]:
    """Give the areas that wait for the actor's side, as the start page counts them."""
    side = side_of(AuthorityKind(request.actor.authority_kind))
    lacking = (row for row in told.lacking if side in row.mapped.lacks)
    return [row for row in lacking if not objections_to_speaking(row.area, by=request.actor)]


def _may_declare(declaring: queries.Declaring, request: SignedInRequest) -> bool:
    return request.actor.may(Permission.MAP_ACTIVITY) and not objections_to_stating(declaring, by=request.actor)
