"""Zones with their chains: those in force, those that are over, and those of one area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from rundbord.partnership.models import Area
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page
from rundbord.zones.models import Zone, ZoneArea, ZoneDecision
from rundbord.zones.rules.chains import Standing, standing_of
from rundbord.zones.rules.law import BASES, Basis
from rundbord.zones.vocabulary import Step, ZoneKind, ZoneState

PAGE_SIZE = 20
_MARKS = {
    ZoneState.AHEAD: "info",
    ZoneState.IN_FORCE: "success",
    ZoneState.EXPIRED: "closed",
    ZoneState.ENDED: "closed",
}


@dataclass(frozen=True, kw_only=True)
class ZoneRow:
    """A zone as lists, its page and the picture show it, judged at one moment."""

    zone: Zone
    chain: Sequence[ZoneDecision]
    areas: Sequence[Area]
    now: datetime

    @property
    def area_names(self) -> tuple[str, ...]:
        """Names of the areas that it touches."""
        return tuple(area.name for area in self.areas)

    @property
    def area_ids(self) -> tuple[UUID, ...]:
        """Keys of the areas that it touches."""
        return tuple(area.pk for area in self.areas)

    @property
    def standing(self) -> Standing:
        """How the zone stands by its chain."""
        return standing_of([(Step(link.step), link.starts_at, link.ends_at) for link in self.chain])

    @property
    def newest(self) -> ZoneDecision:
        """The decision that counts."""
        return self.chain[-1]

    @property
    def basis(self) -> Basis:
        """The section of the police act that it stands on."""
        return BASES[ZoneKind(self.zone.kind)]

    @property
    def kind(self) -> str:
        """The kind in Danish."""
        return label_of(ZoneKind, self.zone.kind)

    @property
    def state(self) -> ZoneState:
        """How it stands now."""
        return self.standing.state(self.now)

    @property
    def state_mark(self) -> str:
        """How the state looks; the word stands beside it."""
        return _MARKS[self.state]

    @property
    def mark(self) -> str:
        """How the countdown looks."""
        return "warning" if self.ends_soon else self.state_mark

    @property
    def is_live(self) -> bool:
        """Tell whether it is in force or about to be."""
        return self.standing.is_live(self.now)

    @property
    def ends_soon(self) -> bool:
        """Tell whether it is time to ask whether it is still needed."""
        return self.standing.ends_soon(self.now)

    @property
    def countdown(self) -> str:
        """How long is left, in Danish."""
        return self.standing.countdown(self.now)

    @property
    def deadline(self) -> datetime:
        """The moment that the countdown is about."""
        return self.standing.starts_at if self.state is ZoneState.AHEAD else self.standing.ends_at

    @property
    def prolongations(self) -> int:
        """How many times it was prolonged."""
        return sum(link.step == Step.PROLONGED for link in self.chain)

    @property
    def links(self) -> list[tuple[ZoneDecision, str]]:
        """The chain, newest first, each link with what it did."""
        return [(link, label_of(Step, link.step)) for link in reversed(self.chain)]

    @property
    def is_published(self) -> bool:
        """Tell whether everybody can read a decision on it."""
        return any(link.link for link in self.chain)


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
    """List the zones that touch an area, the latest beginning first, each with its chain."""
    touching = Zone.objects.filter(touches__area_id=area_id).order_by("-starts_at", "-id")
    return [_row(zone, timezone.now()) for zone in _shown(touching)[:limit]]


def zone_row(zone_id: UUID) -> ZoneRow:
    """Find one zone; what is out of reach does not exist."""
    found = _rows(Zone.objects.filter(pk=zone_id), now=timezone.now())
    if not found:
        raise Http404
    return found[0]


def standings_of(zones: QuerySet[Zone], *, now: datetime) -> list[ZoneRow]:
    """Judge zones at a moment, by what had been decided until then."""
    known = ZoneDecision.objects.filter(registered_at__lte=now)
    listed = [_row(zone, now) for zone in _shown(zones.filter(registered_at__lte=now), known)]
    return sorted(listed, key=lambda row: (row.standing.ends_at, row.zone.pk))


def zone_collection(rows: Iterable[ZoneRow]) -> dict[str, Any]:
    """Give drawn zones as GeoJSON for a map."""
    features = [
        {
            "type": "Feature",
            "id": str(row.zone.pk),
            "geometry": row.zone.outline,
            "properties": {
                "label": row.zone.name,
                "href": reverse("zones:show_zone", args=[row.zone.pk]),
                "kind": "zone",
            },
        }
        for row in rows
        if row.zone.outline
    ]
    return {"type": "FeatureCollection", "features": features}


def _ended(now: datetime, *, is_over: bool) -> QuerySet[Zone]:
    """Narrow to zones that are over or not; the newest decision says when one ends."""
    newest = ZoneDecision.objects.filter(zone=OuterRef("pk")).order_by("-number")
    zones = Zone.objects.annotate(ends_at=Subquery(newest.values("ends_at")[:1]))
    return zones.filter(ends_at__lte=now) if is_over else zones.filter(ends_at__gt=now).order_by("ends_at", "id")


def _shown(zones: QuerySet[Zone], decisions: QuerySet[ZoneDecision] | None = None) -> QuerySet[Zone]:
    chain = (decisions if decisions is not None else ZoneDecision.objects.all()).order_by("number")
    touches = ZoneArea.objects.select_related("area").order_by("area__sort_key", "id")
    return zones.select_related("authority", "unit").prefetch_related(
        Prefetch("decisions", queryset=chain, to_attr="chain"),
        Prefetch("touches", queryset=touches, to_attr="touched"),
    )


def _rows(zones: QuerySet[Zone], *, now: datetime) -> list[ZoneRow]:
    return [_row(zone, now) for zone in _shown(zones)]


def _row(zone: Zone, now: datetime) -> ZoneRow:
    chain: list[ZoneDecision] = zone.chain  # type: ignore[attr-defined]
    touched: list[ZoneArea] = zone.touched  # type: ignore[attr-defined]
    return ZoneRow(zone=zone, chain=chain, areas=[each.area for each in touched], now=now)
