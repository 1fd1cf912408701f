"""Show conflict — konflikt: how it stands, what may lie behind, what may come, what is done; map, table, course."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.conflicts import queries
from rundbord.conflicts.queries.cards import EventLine, RiskCard
from rundbord.conflicts.queries.files import ConflictFile
from rundbord.partnership.models import Area
from rundbord.partnership.queries import area_collection
from rundbord.partnership.vocabulary import Audience
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen

# A point that stands for its whole area.
_SOMEWHERE_IN_AREA_M = 500


@screen(Permission.SEE_CONFLICTS)
def show_conflict(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show one conflict; the groups by their letters."""
    file = queries.conflict_file(conflict_id)
    may_edit = request.actor.may(Permission.EDIT_CONFLICTS)
    context = {
        "file": file,
        "conflict": file.conflict,
        "row": file.row,
        "readers": label_of(Audience, file.conflict.audience),
        "course": queries.course_of(file.conflict, size=queries.SHORT),
        "access": queries.access_of(file.conflict, request.actor),
        "may_edit": may_edit,
        "may_choose_readers": _may_choose_readers(file, request),
        "may_write": may_edit and file.is_open,
        "may_decide": may_edit and file.is_open and request.actor.may(Permission.DECIDE),
        "may_see_incidents": request.actor.may(Permission.SEE_INCIDENTS),
        "map_areas": area_collection(file.areas),
        "map_points": _points(file),
    }
    return page(request, "conflicts/show_conflict.html", context)


def _may_choose_readers(file: ConflictFile, request: SignedInRequest) -> bool:
    is_ours = file.conflict.authority_id == request.actor.authority_id
    return is_ours and request.actor.may(Permission.CHOOSE_READERS)


@screen(Permission.SEE_CONFLICTS)
def course(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Show the whole course, a long stretch at a time."""
    conflict = queries.conflict_of(conflict_id)
    stretch = queries.course_of(conflict, before=request.GET.get("foer", ""))
    context = {
        "conflict": conflict,
        "course": stretch,
        "older": f"?{urlencode({'foer': stretch.older})}" if stretch.older else "",
        "is_first": "foer" not in request.GET,
        "may_write": request.actor.may(Permission.EDIT_CONFLICTS) and conflict.closed_at is None,
        "may_see_incidents": request.actor.may(Permission.SEE_INCIDENTS),
    }
    return page(request, "conflicts/course.html", context)


def _points(file: ConflictFile) -> dict[str, Any]:
    """Give events and places at risk as points; what has no place stands in the table alone."""
    points = [*map(_event_point, file.events), *map(_risk_point, file.risks)]
    return {"type": "FeatureCollection", "features": [point for point in points if point]}


def _event_point(line: EventLine) -> dict[str, Any] | None:
    event = line.event
    kind = "confirmed" if event.is_confirmed else "unconfirmed"
    return _point(f"{line.kind}: {line.where}", kind, lat=event.lat, lon=event.lon, area=event.area)


def _risk_point(card: RiskCard) -> dict[str, Any] | None:
    risk = card.risk
    return _point(f"I risiko: {risk.words}", "urgent", lat=risk.lat, lon=risk.lon, area=risk.area)


def _point(label: str, kind: str, *, lat: float | None, lon: float | None, area: Area | None) -> dict[str, Any] | None:
    exact = lat is not None and lon is not None
    if not exact and (area is None or area.centre_lat is None):
        return None
    where = [lon, lat] if exact or area is None else [area.centre_lon, area.centre_lat]
    properties = {"label": label, "kind": kind, "precision_m": 0 if exact else _SOMEWHERE_IN_AREA_M}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": where}, "properties": properties}
