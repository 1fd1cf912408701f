"""Names of the partnership's places, so that the person guard does not take them for persons."""

from __future__ import annotations

from rundbord.partnership.models import Area, AreaStreet


def place_names() -> frozenset[str]:
    """Give the names of open areas and of the streets that lead to them."""
    areas = Area.objects.filter(closed_at=None).values_list("name", flat=True)
    streets = AreaStreet.objects.values_list("name", flat=True)
    return frozenset(areas.union(streets))
