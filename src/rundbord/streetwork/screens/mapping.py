"""Mapping — kortlægning: the quarter on the map and as a table, what changed, and what waits for a side."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.streetwork import queries
from rundbord.streetwork.rules.gang_free import objections_to_declaring
from rundbord.streetwork.rules.quarters import Quarter, quarter_of_key
from rundbord.streetwork.vocabulary import ActivityLevel
from rundbord.web import SignedInRequest, page, screen

ALL, LACKING, DISPUTED = "alle", "mangler", "uenige"


@screen(Permission.SEE_ACTIVITY)
def mapping(request: SignedInRequest) -> HttpResponse:
    """Show the whole quarter, or the areas that lack a side or divide the two."""
    today = timezone.localdate()
    quarter = _quarter(request)
    told = queries.mapping_of(quarter)
    lists = {LACKING: told.lacking, DISPUTED: told.disputed}
    shown = request.GET.get("vis", ALL)
    rows = lists.get(shown, told.areas)
    is_open = quarter.is_open(today)
    context = {
        "told": told,
        "quarter": quarter,
        "rows": rows,
        "shown": shown if shown in lists else ALL,
        "collection": queries.activity_collection(rows),
        "levels": list(ActivityLevel),
        "older": quarter.previous,
        "newer": quarter.next if quarter.next.has_begun(today) else None,
        "is_open": is_open,
        "municipalities": [(each, is_open and _may_declare(each, request)) for each in told.municipalities],
        "now": timezone.now(),
    }
    return page(request, "streetwork/mapping.html", context)


def _quarter(request: SignedInRequest) -> Quarter:
    """Give the quarter asked for; where none is, or one that has not begun, the one in focus."""
    asked = quarter_of_key(request.GET.get("kvartal", ""))
    has_begun = asked is not None and asked.has_begun(timezone.localdate())
    return asked if asked and has_begun else queries.quarter_in_focus()


def _may_declare(declaring: queries.Declaring, request: SignedInRequest) -> bool:
    actor = request.actor
    return actor.may(Permission.MAP_ACTIVITY) and not objections_to_declaring(
        declaring.places,
        kind=AuthorityKind(actor.authority_kind),
        is_own=declaring.municipality.pk == actor.authority_id,
        declared=declaring.sides,
    )
