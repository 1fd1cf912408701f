"""A map as SVG from the areas' own outlines and the events' points: no tiles, no network, sharp at any size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, radians
from typing import Any

from rundbord.situation.rules.facts import Event

WIDTH = 760.0
_HIGHEST, _MARGIN, _DOT = 520.0, 24.0, 6.0
_STYLES = {
    "incident": 'fill="#0f3d4c" stroke="#ffffff" stroke-width="1.5"',
    "observation": 'fill="#5b3f86" stroke="#ffffff" stroke-width="1.5"',
    "unconfirmed": 'fill="#ffffff" stroke="#0f3d4c" stroke-width="2.5"',
}

# The width of one letter at the size of the names, near enough to keep them on the sheet.
_LETTER = 6.4
_TYPE = 'font-family="IBM Plex Sans" font-size="12" font-weight="600"'
_INK = 'fill="#0a2c38"'
_HALO = 'fill="#f8fafa" stroke="#f8fafa" stroke-width="3.5" stroke-linejoin="round"'

Position = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Projection:
    """From degrees to points on paper: equal distances in both directions at the map's own latitude."""

    west: float
    north: float
    per_degree: float
    squeeze: float
    height: float

    def at(self, lon: float, lat: float) -> Position:
        """Give the place on paper."""
        return (
            round(_MARGIN + (lon - self.west) * self.squeeze * self.per_degree, 1),
            round(_MARGIN + (self.north - lat) * self.per_degree, 1),
        )


def drawn_map(areas: Mapping[str, Any], events: Iterable[Event], *, land: Mapping[str, Any]) -> str:
    """Draw outlines, names and points on the parties' land; empty when there is nothing to draw."""
    rings = [(feature["properties"]["label"], list(_rings(feature["geometry"]))) for feature in areas["features"]]
    dots = [(event.lon, event.lat, _kind(event)) for event in events if event.lat is not None and event.lon is not None]
    corners = [corner for _, some in rings for ring in some for corner in ring] + [(lon, lat) for lon, lat, _ in dots]
    if not corners:
        return ""
    projection = _fitting(corners)
    ground = [path for feature in land["features"] for path in _shape(feature["geometry"], projection)]
    shapes = [*ground, *_outlines(rings, projection), *_names(rings, projection), *_dots(dots, projection)]
    size = f'viewBox="0 0 {WIDTH:.0f} {projection.height:.0f}"'
    sheet = f'<rect width="{WIDTH:.0f}" height="{projection.height:.0f}" fill="#eaf0f1"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{sheet}{"".join(shapes)}</svg>'


def _fitting(corners: Sequence[Position]) -> Projection:
    lons, lats = [lon for lon, _ in corners], [lat for _, lat in corners]
    squeeze = cos(radians((min(lats) + max(lats)) / 2))
    wide, high = max((max(lons) - min(lons)) * squeeze, 1e-4), max(max(lats) - min(lats), 1e-4)
    per_degree = min((WIDTH - 2 * _MARGIN) / wide, (_HIGHEST - 2 * _MARGIN) / high)
    spare = (WIDTH - 2 * _MARGIN - wide * per_degree) / 2 / per_degree / squeeze
    return Projection(
        west=min(lons) - spare,
        north=max(lats),
        per_degree=per_degree,
        squeeze=squeeze,
        height=high * per_degree + 2 * _MARGIN,
    )


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[Position]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield [(corner[0], corner[1]) for corner in ring]


def _shape(geometry: Mapping[str, Any], projection: Projection) -> Iterator[str]:
    path = " ".join(_path(ring, projection) for ring in _rings(geometry))
    yield f'<path d="{path}" fill="#f8fafa" fill-rule="evenodd" stroke="#a9b9be" stroke-width="1"/>'


def _outlines(areas: Iterable[tuple[str, list[list[Position]]]], projection: Projection) -> Iterator[str]:
    for _, rings in areas:
        path = " ".join(_path(ring, projection) for ring in rings)
        yield f'<path d="{path}" fill="#d9e6ea" fill-rule="evenodd" stroke="#0f3d4c" stroke-width="1.4"/>'


def _path(ring: Iterable[Position], projection: Projection) -> str:
    corners = [projection.at(*corner) for corner in ring]
    return "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"


def _names(areas: Iterable[tuple[str, list[list[Position]]]], projection: Projection) -> Iterator[str]:
    """Write each name above its outline, inside the sheet, with a pale edge so that lines do not cross it."""
    for name, rings in areas:
        corners = [projection.at(*corner) for ring in rings for corner in ring]
        half = len(name) * _LETTER / 2
        middle = (min(x for x, _ in corners) + max(x for x, _ in corners)) / 2
        x = min(max(middle, half), WIDTH - half)
        y = max(min(y for _, y in corners) - 4, 12.0)
        place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'
        for look in (_HALO, _INK):
            yield f"<text {place} {look} {_TYPE}>{escape(_printable(name))}</text>"


def _printable(name: str) -> str:
    """Leave out control signs: XML has none, and one name would keep the whole picture from being printed."""
    return "".join(sign for sign in name if sign.isprintable())


def _dots(dots: Iterable[tuple[float, float, str]], projection: Projection) -> Iterator[str]:
    for lon, lat, kind in dots:
        x, y = projection.at(lon, lat)
        yield f'<circle cx="{x}" cy="{y}" r="{_DOT}" {_STYLES[kind]}/>'


def _kind(event: Event) -> str:
    if event.is_observation:
        return "observation"
    return "incident" if event.is_confirmed else "unconfirmed"
