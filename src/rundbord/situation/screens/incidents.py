"""Incidents — hændelser: the list, its map and its number, from one query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.partnership.queries import area_collection
from rundbord.situation.models import Incident
from rundbord.situation.queries import incidents as queries
from rundbord.situation.screens.inbox_cards import when_of, where_of
from rundbord.situation.screens.incidents_form import IncidentsForm
from rundbord.situation.vocabulary import Category, Nature, PointPrecision
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, part, screen

_METRES = {PointPrecision.STREET: 150, PointPrecision.AREA: 500, PointPrecision.TOWN: 1500}


@screen(Permission.SEE_INCIDENTS)
def incidents(request: SignedInRequest) -> HttpResponse:
    """List the incidents that the address asks for."""
    areas = list(Area.objects.filter(closed_at=None).order_by("sort_key"))
    form = IncidentsForm(request.GET, areas=areas)
    wanted = form.wanted(last_picture_at=queries.last_published_at(request.actor))
    found = queries.incidents(
        request.actor, wanted, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    lines = [line_of(incident) for incident in found.rows]
    context = {
        "form": form,
        "lines": lines,
        "number": queries.number_of(request.actor, wanted),
        "areas": area_collection(areas),
        "points": points_of(lines),
        "now": timezone.now(),
        "summary": f"Viser {len(found.rows)}, nyeste først",
        "newer_url": _page(request, "foer", found.before),
        "older_url": _page(request, "efter", found.after),
        "export_url": _export_url(request),
    }
    return part(request, "situation/incidents.html", "list", context)


def line_of(incident: Incident) -> dict[str, Any]:
    """Give one line of the list, in words."""
    return {
        "incident": incident,
        "href": reverse("situation:show_incident", args=[incident.pk]),
        "when": when_of(incident),
        "where": where_of(incident),
        "category": label_of(Category, incident.category),
        "nature": label_of(Nature, incident.nature),
    }


def points_of(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Give the same incidents as points of a map; those without a point stand in the table alone."""
    features = [_point(line) for line in lines if line["incident"].lat is not None]
    return {"type": "FeatureCollection", "features": features}


def _point(line: dict[str, Any]) -> dict[str, Any]:
    incident: Incident = line["incident"]
    properties = {
        "label": f"{incident.heading} ({line['when']})",
        "href": line["href"],
        "kind": "confirmed" if incident.is_confirmed else "unconfirmed",
        "precision_m": _METRES.get(PointPrecision(incident.point_precision or "point"), 0),
    }
    geometry = {"type": "Point", "coordinates": [incident.lon, incident.lat]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _page(request: SignedInRequest, name: str, cursor: str) -> str:
    if not cursor:
        return ""
    query = request.GET.copy()
    for old in ("foer", "efter"):
        query.pop(old, None)
    query[name] = cursor
    return f"?{query.urlencode()}"


def _export_url(request: SignedInRequest) -> str:
    if not request.actor.may(Permission.EXPORT_INCIDENTS):
        return ""
    query = request.GET.copy()
    for place in ("foer", "efter"):
        query.pop(place, None)
    return f"{reverse('situation:export_incidents')}{'?' if query else ''}{query.urlencode()}"
