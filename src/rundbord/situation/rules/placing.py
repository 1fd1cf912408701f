"""Where incidents lie on a plane: by their point, or by a street that stands for one place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rundbord.situation.vocabulary import PointPrecision

_METRES_PER_DEGREE = 111_195.0
# A point that stands for a whole area or town says nothing of distances; one without precision was set by hand.
_PRECISE = frozenset({"", PointPrecision.POINT.value, PointPrecision.STREET.value})
# Streets that nobody has a point for lie so far out and so far apart that none is near anything but itself.
_FAR, _APART = 10_000_000.0, 100_000.0

_Spot = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Happened:
    """What is known of one incident's place; `day` is a Danish calendar day."""

    incident_id: UUID
    day: date
    area_id: UUID | None
    lat: float | None
    lon: float | None
    point_precision: str
    place_key: str
    town: str

    @property
    def has_point(self) -> bool:
        """Tell whether the point says where it was."""
        return self.lat is not None and self.lon is not None and self.point_precision in _PRECISE


@dataclass(frozen=True, kw_only=True)
class Placed:
    """One incident on the plane, metres east and north."""

    incident_id: UUID
    day: date
    area_id: UUID | None
    east: float
    north: float
    is_by_street: bool

    @property
    def spot(self) -> _Spot:
        """Give east and north together."""
        return self.east, self.north


def placed(happened: Sequence[Happened]) -> list[Placed]:
    """Place those that can be, in their order.

    A street without a point borrows that of another incident there; else it is a place of its own, near only to what
    happened in the same street, so that pairs between streets are missed and none is invented.
    """
    latitudes = [one.lat for one in happened if one.has_point and one.lat is not None]
    middle = sum(latitudes) / len(latitudes) if latitudes else 0.0
    streets = _known_streets(happened, middle)
    found = []
    for one in happened:
        street = (one.town.casefold(), one.place_key)
        if one.has_point:
            found.append(_on(one, _spot(one, middle), is_by_street=False))
        elif one.place_key:
            spot = streets.setdefault(street, (_FAR + len(streets) * _APART, 0.0))
            found.append(_on(one, spot, is_by_street=True))
    return found


def _known_streets(happened: Sequence[Happened], middle: float) -> dict[tuple[str, str], _Spot]:
    streets: dict[tuple[str, str], _Spot] = {}
    for one in happened:
        if one.has_point and one.place_key:
            streets.setdefault((one.town.casefold(), one.place_key), _spot(one, middle))
    return streets


def _spot(one: Happened, middle: float) -> _Spot:
    lat, lon = one.lat or 0.0, one.lon or 0.0
    return lon * math.cos(math.radians(middle)) * _METRES_PER_DEGREE, lat * _METRES_PER_DEGREE


def _on(one: Happened, spot: _Spot, *, is_by_street: bool) -> Placed:
    east, north = spot
    return Placed(
        incident_id=one.incident_id,
        day=one.day,
        area_id=one.area_id,
        east=east,
        north=north,
        is_by_street=is_by_street,
    )
