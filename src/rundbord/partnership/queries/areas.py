"""Areas for maps, lists and their own pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from rundbord.identity.models import Authority
from rundbord.partnership.models import Area, AreaStreet
from rundbord.partnership.rules import Standing


def areas() -> QuerySet[Area]:
    """List open areas in Danish order."""
    return Area.objects.select_related("authority").filter(closed_at=None).order_by("sort_key", "id")


def area(area_id: UUID) -> Area:
    """Find an open area, or raise Http404."""
    found = areas().filter(pk=area_id).first()
    if found is None:
        raise Http404
    return found


def streets_of(area: Area) -> list[AreaStreet]:
    """List the streets that lead to an area, by name."""
    return list(AreaStreet.objects.filter(area=area).order_by("name", "id"))


def outlines_by_name() -> dict[str, Any]:
    """Give every open area's outline, to judge new ones against."""
    return dict(areas().values_list("name", "outline"))


def municipalities() -> QuerySet[Authority]:
    """List the parties in whose land an area can lie; the database shows no party of another partnership."""
    return Authority.objects.filter(seats__left_on=None, seats__kind="municipality").distinct().order_by("name")


def land_of_parties() -> dict[str, Any]:
    """Give the outlines of the parties' municipalities as GeoJSON: the ground that maps stand on."""
    features = [
        {"type": "Feature", "geometry": authority.land, "properties": {"label": authority.short_name}}
        for authority in municipalities()
        if authority.land
    ]
    return {"type": "FeatureCollection", "features": features}


def area_collection(
    shown: Iterable[Area] | None = None, standings: Mapping[UUID, Standing] | None = None
) -> dict[str, Any]:
    """Give areas as GeoJSON for a map, coloured by status where one is given; without argument all open ones."""
    listed = areas() if shown is None else shown
    features = [_feature(area, (standings or {}).get(area.pk)) for area in listed if area.outline]
    return {"type": "FeatureCollection", "features": features}


def _feature(area: Area, standing: Standing | None) -> dict[str, Any]:
    status = standing.status if standing else None
    properties = {
        "label": area.name,
        "href": reverse("partnership:show_area", args=[area.pk]),
        "kind": status.value if status else area.kind,
    }
    return {"type": "Feature", "id": str(area.pk), "geometry": area.outline, "properties": properties}
