"""From a street's name or a point on the map to the area it lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rundbord.partnership.models import Area, AreaStreet
from rundbord.partnership.rules import Point, contains, size_of, street_keys


@dataclass(frozen=True, kw_only=True)
class AreaLookup:
    """All open areas of the partnership in session, for asking many times: a whole report needs two queries."""

    areas: tuple[Area, ...]
    area_of_street: Mapping[str, Area]

    def find(self, *, street: str = "", point: Point | None = None) -> Area | None:
        """Find the area of a point, which is the surer sign, else of the first known street in the text."""
        return self._around(point) or self._along(street)

    def _around(self, point: Point | None) -> Area | None:
        """Of areas that lie in each other, the smaller says more."""
        if point is None:
            return None
        return next((area for area in self.areas if area.outline and contains(area.outline, point)), None)

    def _along(self, street: str) -> Area | None:
        known = (self.area_of_street.get(key) for key in street_keys(street))
        return next((area for area in known if area), None)


def area_lookup() -> AreaLookup:
    """Load the areas and streets of the partnership in session."""
    areas = {area.pk: area for area in Area.objects.filter(closed_at=None)}
    streets = AreaStreet.objects.filter(area__closed_at=None)
    by_size = sorted(areas.values(), key=lambda area: size_of(area.outline) if area.outline else 0.0)
    return AreaLookup(areas=tuple(by_size), area_of_street={street.key: areas[street.area_id] for street in streets})


def area_of(*, street: str = "", point: Point | None = None) -> Area | None:
    """Find one area by street text or point; None where the partnership has none there."""
    return area_lookup().find(street=street, point=point)
