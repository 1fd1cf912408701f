"""What of a quarter's mapping waits for one's own side."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.rules import side_of
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.rules.quarters import Quarter


def areas_waiting_for(quarter: Quarter, *, authority_id: UUID, kind: str) -> QuerySet[Area]:
    """Narrow to the areas of which an authority's side has said nothing: all of them for the police, SSP its own."""
    side = side_of(AuthorityKind(kind)) if kind else None
    if side is None:
        return Area.objects.none()
    said = ActivityView.objects.filter(area=OuterRef("pk"), quarter=quarter.first_day, side=side)
    areas = Area.objects.filter(closed_at=None).exclude(Exists(said))
    return areas.filter(authority_id=authority_id) if side is Side.SSP else areas
