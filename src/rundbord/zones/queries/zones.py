"""Zones with their chains: those in force, those that are over, and those of one area."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from rundbord.web.keyset import KeysetPage, keyset_page
from rundbord.zones.models import Zone, ZoneArea, ZoneDecision, ZonePlace
from rundbord.zones.queries.zone_row import ZoneRow

PAGE_SIZE = 20


def live_zones(*, now: datetime | None = None) -> list[ZoneRow]:
    """List the zones in force and those about to be, the one that ends first at the top."""
    at = now or timezone.now()
    return _rows(_ended(at, is_over=False), now=at)


def over_zones(*, after: str = "", before: str = "") -> tuple[list[ZoneRow], str, str]:
    """Give a page of zones that are over, the latest beginning first, and the cursors beside it."""
    now = timezone.now()
    over, order = _shown(_ended(now, is_over=True)), ("-starts_at", "-id")
    shown: KeysetPage[Zone] = keyset_page(over, order=order, after=after, before=before, size=PAGE_SIZE)
    return [_row(zone, now) for zone in shown.rows], shown.before, shown.after


def zones_of_area(area_id: UUID, *, limit: int = 20) -> list[ZoneRow]:
    """List the zones that touch an area, the latest beginning first; not those that were corrected away from it."""
    touching = Zone.objects.filter(Exists(ZoneArea.objects.filter(zone=OuterRef("pk"), area_id=area_id)))
    rows = (_row(zone, timezone.now()) for zone in _shown(touching.order_by("-starts_at", "-id"))[:limit])
    return [row for row in rows if area_id in row.area_ids]


def zone_row(zone_id: UUID) -> ZoneRow:
    """Find one zone; what is out of reach does not exist."""
    found = _rows(Zone.objects.filter(pk=zone_id), now=timezone.now())
    if not found:
        raise Http404
    return found[0]


def standings_of(zones: QuerySet[Zone], *, now: datetime) -> list[ZoneRow]:
    """Judge zones at a moment, by what had been registered until then."""
    listed = [_row(zone, now).known_at(now) for zone in _shown(zones.filter(registered_at__lte=now))]
    return sorted(listed, key=lambda row: (row.standing.ends_at, row.zone.pk))


def zone_collection(rows: Iterable[ZoneRow]) -> dict[str, Any]:
    """Give drawn zones as GeoJSON for a map."""
    features = [
        {
            "type": "Feature",
            "id": str(row.zone.pk),
            "geometry": row.place.outline,
            "properties": {
                "label": row.name,
                "href": reverse("zones:show_zone", args=[row.zone.pk]),
                "kind": "zone",
            },
        }
        for row in rows
        if row.place.outline
    ]
    return {"type": "FeatureCollection", "features": features}


def _ended(now: datetime, *, is_over: bool) -> QuerySet[Zone]:
    """Narrow to zones that are over or not; the newest decision as it stands says when one ends."""
    newest = ZoneDecision.objects.filter(zone=OuterRef("pk")).order_by("-number", "-version")
    zones = Zone.objects.annotate(ends_at=Subquery(newest.values("ends_at")[:1]))
    return zones.filter(ends_at__lte=now) if is_over else zones.filter(ends_at__gt=now).order_by("ends_at", "id")


def _shown(zones: QuerySet[Zone]) -> QuerySet[Zone]:
    registered = ZoneDecision.objects.order_by("number", "version")
    touches = ZoneArea.objects.select_related("area").order_by("area__sort_key", "id")
    return zones.select_related("authority", "unit").prefetch_related(
        Prefetch("decisions", queryset=registered, to_attr="registered"),
        Prefetch("places", queryset=ZonePlace.objects.order_by("version"), to_attr="corrected"),
        Prefetch("touches", queryset=touches, to_attr="touched"),
    )


def _rows(zones: QuerySet[Zone], *, now: datetime) -> list[ZoneRow]:
    return [_row(zone, now) for zone in _shown(zones)]


def _row(zone: Zone, now: datetime) -> ZoneRow:
    registered: list[ZoneDecision] = zone.registered  # type: ignore[attr-defined]
    places: list[ZonePlace] = zone.corrected  # type: ignore[attr-defined]
    touches: list[ZoneArea] = zone.touched  # type: ignore[attr-defined]
    return ZoneRow(zone=zone, registered=registered, places=places, touches=touches, now=now)
