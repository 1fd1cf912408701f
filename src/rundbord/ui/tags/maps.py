"""Maps: areas and points from the page's own facts, no tile server needed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template import Context, Library
from django.utils.safestring import SafeString, mark_safe

register = Library()

GeoJson = Mapping[str, Any]


@register.inclusion_tag("ui/map_view.html", takes_context=True)
def map_view(
    context: Context,
    *,
    id: str,
    label: str,
    areas: GeoJson | None = None,
    points: GeoJson | None = None,
    background: GeoJson | None = None,
    areas_url: str = "",
    points_url: str = "",
    background_url: str = "",
    height: str = "medium",
    pick_lat: str = "",
    pick_lon: str = "",
    draw_into: str = "",
) -> dict[str, Any]:
    """A map; each layer is GeoJSON given here or fetched. It can pick a point or draw an outline into form fields."""
    land = context["chrome"].land_url
    layers = [
        {"name": "background", "collection": background, "url": background_url or ("" if background else land)},
        {"name": "areas", "collection": areas, "url": areas_url},
        {"name": "points", "collection": points, "url": points_url},
    ]
    into_fields = {"pick_lat": pick_lat, "pick_lon": pick_lon, "draw_into": draw_into}
    return {"id": id, "label": label, "height": height, "layers": layers, "chrome": context["chrome"], **into_fields}


_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def geojson(collection: GeoJson) -> SafeString:
    """JSON that cannot end the script element it stands in."""
    return mark_safe(json.dumps(collection, cls=DjangoJSONEncoder).translate(_ESCAPES))  # noqa: S308
