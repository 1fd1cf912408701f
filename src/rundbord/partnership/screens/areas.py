"""Areas — områder: the partnership's places, on a map and as a list, each with its status."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership import queries
from rundbord.partnership.models import Area
from rundbord.partnership.rules import Standing, objections_to_assessing
from rundbord.partnership.vocabulary import AreaKind, AreaStatus, Side
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen

# How serious a status looks; colour is never alone, the word stands beside it.
MARKS = {
    AreaStatus.GANG_FREE: "success",
    AreaStatus.CALM: "success",
    AreaStatus.WATCHED: "info",
    AreaStatus.TENSE: "warning",
    AreaStatus.CONFLICT: "error",
}


@screen(Permission.SEE_PARTNERSHIP)
def areas(request: SignedInRequest) -> HttpResponse:
    """Show all areas; the partners' workspace sees them without what police and SSP say."""
    listed = list(queries.areas())
    standings = {} if request.actor.is_place else queries.standings()
    rows = [_row(area, standings.get(area.pk, Standing())) for area in listed]
    return page(
        request,
        "partnership/areas.html",
        {
            "rows": rows,
            "collection": queries.area_collection(listed, standings),
            "shows_status": not request.actor.is_place,
            "gang_free": sum(1 for row in rows if row["standing"].status == AreaStatus.GANG_FREE),
            "may_edit": request.actor.may(Permission.EDIT_AREAS),
        },
    )


@screen(Permission.SEE_PARTNERSHIP)
def show_area(request: SignedInRequest, area_id: UUID) -> HttpResponse:
    """Show one area with its map, streets and, but for partners, its status and history."""
    area = queries.area(area_id)
    may_edit = request.actor.may(Permission.EDIT_AREAS)
    context = {
        **_row(area, Standing()),
        "collection": queries.area_collection([area]),
        "streets": queries.streets_of(area),
        "shows_status": not request.actor.is_place,
        "may_look_back": request.actor.may(Permission.SEE_OVERVIEW),
        "change_url": reverse("partnership:change_area", args=[area.pk]) if may_edit else "",
        "may_assess": False,
        "history": [],
    }
    return page(
        request, "partnership/show_area.html", context | ({} if request.actor.is_place else _status(area, request))
    )


def _row(area: Area, standing: Standing) -> dict[str, Any]:
    return {
        "area": area,
        "kind": label_of(AreaKind, area.kind),
        "standing": standing,
        "mark": MARKS[standing.status] if standing.status else "neutral",
        "police_mark": MARKS[standing.police.status] if standing.police else "neutral",
        "ssp_mark": MARKS[standing.ssp.status] if standing.ssp else "neutral",
    }


def _status(area: Area, request: SignedInRequest) -> dict[str, Any]:
    standing = queries.standing_of(area)
    history = [
        (entry, label_of(Side, entry.side), AreaStatus(entry.status).label, MARKS[AreaStatus(entry.status)])
        for entry in queries.assessments_of(area)
    ]
    objections = objections_to_assessing(
        kind=AuthorityKind(request.actor.authority_kind),
        authority_id=request.actor.authority_id,
        area_authority_id=area.authority_id,
        area_kind=AuthorityKind(area.authority.kind),
    )
    may_assess = request.actor.may(Permission.ASSESS_AREA) and not objections
    return {**_row(area, standing), "history": history, "may_assess": may_assess}
