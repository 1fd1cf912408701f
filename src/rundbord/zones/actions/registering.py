"""What every action on a zone does alike: police alone, one at a time, every reason at once, the areas it touches."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.audit import Event
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.queries import AreaLookup, area_lookup
from rundbord.zones.models import Zone, ZoneArea, ZoneDecision
from rundbord.zones.rules.borders import touched
from rundbord.zones.rules.chains import ZoneTerm
from rundbord.zones.rules.corrections import standing_links
from rundbord.zones.vocabulary import ZoneKind

_MEANWHILE = "En anden har imens registreret en beslutning om zonen. Læs den under kæden, før du gemmer din."


@dataclass(frozen=True, kw_only=True)
class Place:
    """What the zone is called and where it lies: in words, as GeoJSON, or both; and areas chosen beside these."""

    name: str
    kind: ZoneKind
    borders: str
    outline: dict[str, Any] | None
    areas: tuple[Area, ...] = ()

    def columns(self) -> dict[str, Any]:
        """Give the columns of a row that says where a zone lies."""
        return {"kind": self.kind, "name": self.name, "borders": self.borders, "outline": self.outline}


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """A written decision: until when, why, and by which title; where it is published."""

    starts_at: datetime
    ends_at: datetime
    reasons: str
    decided_by: str
    decided_on: date
    link: str = ""

    @property
    def term(self) -> ZoneTerm:
        """The period alone."""
        return ZoneTerm(starts_at=self.starts_at, ends_at=self.ends_at, decided_on=self.decided_on)


def must_be_police(by: Actor) -> None:
    """Raise NotPermitted for everybody but the police, whatever their role carries."""
    by.must(Permission.DECIDE_ZONES)
    if by.authority_kind != AuthorityKind.POLICE:
        raise NotPermitted(Permission.DECIDE_ZONES)


def refuse(*objections: dict[str, list[str]]) -> None:
    """Raise Refused with every reason that there is."""
    reasons = {field: sentences for some in objections for field, sentences in some.items() if sentences}
    if reasons:
        raise Refused(reasons)


def hold(zone: Zone) -> None:
    """Hold the zone until the end of the request: two who write at once follow each other."""
    Zone.objects.select_for_update().get(pk=zone.pk)


def held_chain(zone: Zone, *, after: int) -> list[ZoneDecision]:
    """Hold the zone and give its chain as it stands; Refused when more was registered than the writer saw.

    `after` is how many rows the writer saw: each decision, and each correction of one.
    """
    hold(zone)
    registered = list(ZoneDecision.objects.filter(zone=zone))
    if len(registered) != after:
        raise Refused(_MEANWHILE)
    return standing_links(registered)


def areas_touched(place: Place) -> set[UUID]:
    """Give the areas that were chosen, those that the outline covers, and those whose streets the borders name."""
    lookup = area_lookup()
    return {area.pk for area in place.areas} | _covered(place, lookup) | _named(place, lookup)


def touch_areas(zone: Zone, place: Place, *, version: int, by: Actor) -> None:
    """Note the areas that a version of the zone's place touches."""
    for area_id in sorted(areas_touched(place)):
        ZoneArea.objects.create(
            partnership_id=zone.partnership_id,
            authority_id=by.authority_id,
            audience=zone.audience,
            zone=zone,
            area_id=area_id,
            version=version,
        )


def record(event: Event, zone: Zone, overridden: Collection[str], by: Actor, **details: str) -> None:
    """Log what was done with a zone, and that words were kept in spite of a warning."""
    audit.record(event, about=zone, by=by, details=details)
    audit.record_overriding(overridden, about=zone, by=by)


def _covered(place: Place, lookup: AreaLookup) -> set[UUID]:
    outlines = {area.pk: area.outline for area in lookup.areas if area.outline}
    return set(touched(place.outline, outlines)) if place.outline else set()


def _named(place: Place, lookup: AreaLookup) -> set[UUID]:
    found = (lookup.find(street=line) for line in place.borders.splitlines())
    return {area.pk for area in found if area}
