"""The mapping of a quarter: every area with both sides' views, what changed, and municipalities without activity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from rundbord.partnership.models import Area
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.queries.gang_free import Declaring, declaring_of
from rundbord.streetwork.queries.mapped_areas import MappedArea, mapped_from, sentences_in
from rundbord.streetwork.queries.said import said_in
from rundbord.streetwork.rules.quarters import Quarter, quarter_in_season, quarter_on
from rundbord.streetwork.vocabulary import Change


@dataclass(frozen=True, kw_only=True)
class QuarterMapping:
    """The whole quarter."""

    quarter: Quarter
    areas: list[MappedArea]
    municipalities: list[Declaring]

    @property
    def lacking(self) -> list[MappedArea]:
        """The areas that lack one side or both."""
        return [each for each in self.areas if each.mapped.lacks]

    @property
    def disputed(self) -> list[MappedArea]:
        """The areas on which the sides differ."""
        return [each for each in self.areas if each.mapped.is_disputed]

    @property
    def agreed_count(self) -> int:
        """How many areas both sides judge alike."""
        return sum(each.mapped.is_agreed for each in self.areas)

    @property
    def changes(self) -> list[tuple[str, int]]:
        """How many areas went up, down, are new or unchanged since the quarter before."""
        counted = Counter(each.change for each in self.areas)
        return [(change.label, counted[change]) for change in Change if counted[change]]


def mapping_of(quarter: Quarter) -> QuarterMapping:
    """Give the quarter: its areas in Danish order, and its municipalities."""
    today = timezone.localdate()
    areas = list(_areas(quarter, today=today))
    said = said_in((quarter.previous, quarter))
    sentences = sentences_in(quarter)
    mapped = [mapped_from(area, quarter, said, sentences) for area in areas]
    return QuarterMapping(quarter=quarter, areas=mapped, municipalities=declaring_of(mapped, quarter, today=today))


def quarter_in_focus(*, today: date | None = None) -> Quarter:
    """Give the quarter that people want to see: the one in season, else the running one once anybody spoke of it."""
    now = today or timezone.localdate()
    if season := quarter_in_season(now):
        return season
    running = quarter_on(now)
    is_begun = ActivityView.objects.filter(quarter=running.first_day).exists()
    return running if is_begun else running.previous


def activity_collection(rows: Iterable[MappedArea]) -> dict[str, Any]:
    """Give areas as GeoJSON for a map, each coloured by its level and with it in words."""
    features = [_feature(row) for row in rows if row.area.outline]
    return {"type": "FeatureCollection", "features": features}


def _feature(row: MappedArea) -> dict[str, Any]:
    level = row.mapped.level
    properties = {
        "label": f"{row.area.name}: {row.mapped.sentence}",
        "href": reverse("streetwork:mapped_area", args=[row.area.pk, row.quarter.key]),
        "kind": f"activity-{level.value if level else 'disputed' if row.mapped.is_disputed else 'unmapped'}",
    }
    return {"type": "Feature", "id": str(row.area.pk), "geometry": row.area.outline, "properties": properties}


def _areas(quarter: Quarter, *, today: date) -> Iterable[Area]:
    """List areas that are open, and for a quarter that is over those that were closed since."""
    was_open = Q(closed_at=None) | Q(closed_at__date__gt=min(quarter.closes_on, today))
    return Area.objects.select_related("authority").filter(was_open).order_by("sort_key", "id")
