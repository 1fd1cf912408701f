"""Areas as outlines to orient oneself by: nothing to click on, since a click picks a point."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rundbord.partnership.models import Area


def area_outlines(areas: Iterable[Area]) -> dict[str, Any]:
    """Give areas as GeoJSON with their names alone."""
    return {"type": "FeatureCollection", "features": [_feature(area) for area in areas if area.outline]}


def _feature(area: Area) -> dict[str, Any]:
    return {"type": "Feature", "geometry": area.outline, "properties": {"label": area.name, "kind": area.kind}}
