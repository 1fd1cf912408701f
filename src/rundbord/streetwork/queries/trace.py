"""Where a team came last."""

from __future__ import annotations

from uuid import UUID

from rundbord.streetwork.models import AreaVisit, RouteArea, Shift


def newest_area_id(shift: Shift) -> UUID | None:
    """Find where the team is; before the first tap, where the route begins."""
    visit = AreaVisit.objects.filter(shift=shift).order_by("-entered_at", "-id").first()
    if visit is not None:
        return visit.area_id
    planned = RouteArea.objects.filter(shift=shift).order_by("position").first()
    return planned.area_id if planned else None
