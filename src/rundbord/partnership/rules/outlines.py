"""Outlines of areas: which will do, what is wrong with the others and where, and which points lie in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

Outline = Mapping[str, Any]

MOST_CORNERS = 20_000
_KINDS = ("Polygon", "MultiPolygon")
# Denmark with Bornholm; lon and lat do not overlap, so that swapped ones can be told.
_WEST, _SOUTH, _EAST, _NORTH = 7.7, 54.4, 15.6, 57.9
_FAULT = re.compile(r"(?P<what>[^\[]+)\[(?P<lon>[-\d.e]+) (?P<lat>[-\d.e]+)")
_FAULTS_IN_DANISH = {
    "Self-intersection": "Omridset krydser sig selv",
    "Ring Self-intersection": "Omridset rører sig selv",
    "Hole lies outside shell": "Et hul ligger uden for omridset",
    "Holes are nested": "Et hul ligger inde i et andet hul",
    "Interior is disconnected": "Området falder i flere dele, der kun rører hinanden i et punkt",
    "Nested shells": "En del af området ligger inde i en anden",
    "Duplicate Rings": "Samme omrids står to gange",
    "Too few points in geometry component": "Omridset har færre end tre hjørner",
}


@dataclass(frozen=True, kw_only=True)
class Point:
    """A place on the map in WGS 84 degrees."""

    lat: float
    lon: float


def contains(outline: Outline, point: Point) -> bool:
    """Tell whether a point lies in an outline or on its edge."""
    return bool(shapely.intersects_xy(shape(dict(outline)), point.lon, point.lat))


def size_of(outline: Outline) -> float:
    """Give a number by which outlines in one region can be compared."""
    return float(shape(dict(outline)).area)


def centre_of(outline: Outline) -> Point:
    """Give a point inside the outline, also where the middle lies outside."""
    inside = shape(dict(outline)).representative_point()
    return Point(lat=round(inside.y, 6), lon=round(inside.x, 6))


def drawn(outline: Outline) -> BaseGeometry:
    """Read an outline once, to compare it with many."""
    return shape(dict(outline))


def overlap_share(one: Outline, other: Outline) -> float:
    """Give the share of the first that lies in the second, from 0 to 1."""
    return drawn_share(drawn(one), drawn(other))


def drawn_share(one: BaseGeometry, other: BaseGeometry) -> float:
    """Give the share of outlines that are read already."""
    return float(one.intersection(other).area / one.area) if one.area and one.intersects(other) else 0.0


def objection_to_outline(outline: Any) -> str:
    """Say in Danish what is wrong with an outline, and where; empty when nothing is."""
    if not isinstance(outline, Mapping) or outline.get("type") not in _KINDS:
        return "Omridset skal være et område (Polygon eller MultiPolygon), ikke et punkt eller en linje."
    try:
        read = drawn(outline)
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return "Omridset kan ikke læses: et hjørne mangler eller er ikke to tal."
    if read.is_empty or shapely.get_num_coordinates(read) > MOST_CORNERS:
        return "Omridset er tomt." if read.is_empty else f"Omridset har over {MOST_CORNERS} hjørner. Forenkl det først."
    return _misplaced(read) or _invalid(read)


def _misplaced(outline: BaseGeometry) -> str:
    west, south, east, north = outline.bounds
    if max(abs(west), abs(east), abs(south), abs(north)) > 180:
        return "Koordinaterne er ikke længde- og breddegrader (WGS 84). Gem filen med EPSG:4326, ikke UTM."
    if _in_denmark(south, west, north, east):
        return "Længde- og breddegrad er byttet om. GeoJSON skriver længdegraden først."
    if not _in_denmark(west, south, east, north):
        return f"Omridset ligger uden for Danmark (omkring {_degrees((south + north) / 2, (west + east) / 2)})."
    return ""


def _in_denmark(west: float, south: float, east: float, north: float) -> bool:
    return west >= _WEST and east <= _EAST and south >= _SOUTH and north <= _NORTH


def _invalid(outline: BaseGeometry) -> str:
    if outline.is_valid:
        return "" if outline.area else "Omridset har ingen flade."
    found = _FAULT.match(shapely.is_valid_reason(outline))
    if found is None:
        return "Omridset er ikke gyldigt."
    what = _FAULTS_IN_DANISH.get(found["what"], "Omridset er ikke gyldigt")
    return f"{what} ved {_degrees(float(found['lat']), float(found['lon']))}."


def _degrees(lat: float, lon: float) -> str:
    return f"{lat:.5f}° N, {lon:.5f}° Ø".replace(".", ",")
