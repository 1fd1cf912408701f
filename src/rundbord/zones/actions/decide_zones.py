"""Registering what the police have decided on a zone: that it is established, prolonged or ended ahead of time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.audit import Event
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.queries import AreaLookup, area_lookup
from rundbord.partnership.rules.outlines import objection_to_outline
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.models import Zone, ZoneArea, ZoneDecision
from rundbord.zones.rules.borders import objections_to_borders, touched
from rundbord.zones.rules.chains import (
    Standing,
    ZoneTerm,
    objections_to_ending,
    objections_to_prolonging,
    objections_to_term,
    standing_of,
)
from rundbord.zones.rules.law import objections_to_link
from rundbord.zones.vocabulary import Step, ZoneKind

_MEANWHILE = "En anden har imens registreret en beslutning om zonen. Læs den under kæden, før du gemmer din."


@dataclass(frozen=True, kw_only=True)
class Place:
    """What the zone is called and where it lies: in words, as GeoJSON, or both; and areas chosen beside these."""

    name: str
    kind: ZoneKind
    borders: str
    outline: dict[str, Any] | None
    areas: tuple[Area, ...] = ()


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


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What must be answered before a prolongation: is the zone still needed, and what has happened in it since."""

    is_needed: bool
    happened: str


def establish_zone(place: Place, ruling: Ruling, *, overridden: Collection[str] = (), by: Actor) -> Zone:
    """Register a new zone with the areas that it touches and its first decision."""
    _must_be_police(by)
    now = timezone.now()
    outline = {"outline": [objection]} if place.outline and (objection := objection_to_outline(place.outline)) else {}
    borders = objections_to_borders(has_text=bool(place.borders.strip()), has_outline=bool(place.outline))
    _refuse(
        {"borders": borders, "link": objections_to_link(place.kind, ruling.link)},
        outline,
        objections_to_term(ruling.term, now=now, most_days=settings.ZONE_DAYS[place.kind]),
    )
    zone = Zone.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        audience=Audience.PARTIES,
        kind=place.kind,
        name=place.name,
        borders=place.borders,
        outline=place.outline,
        starts_at=ruling.starts_at,
        registered_at=now,
        registered_by=by.user_id,
    )
    _touch(zone, place)
    _decide(zone, Step.ESTABLISHED, ruling, number=1, by=by)
    _record(Event.ZONE_ESTABLISHED, zone, overridden, by)
    return zone


def prolong_zone(
    zone: Zone, ruling: Ruling, answer: Answer, *, after: int, overridden: Collection[str] = (), by: Actor
) -> ZoneDecision:
    """Add a period to the chain, with the answer to whether it is needed; `after` is the link that the writer saw."""
    _must_be_police(by)
    standing, newest = _held(zone, after=after)
    objections = objections_to_prolonging(
        standing,
        ruling.term,
        is_needed=answer.is_needed,
        now=timezone.now(),
        most_days=settings.ZONE_DAYS[zone.kind],
    )
    silent = [] if answer.happened.strip() else ["Skriv, hvad der er sket i zonen siden sidste beslutning."]
    _refuse({"happened": silent, "link": objections_to_link(ZoneKind(zone.kind), ruling.link)}, objections)
    link = _decide(zone, Step.PROLONGED, ruling, number=newest + 1, happened=answer.happened, by=by)
    _record(Event.ZONE_PROLONGED, zone, overridden, by)
    return link


def end_zone(zone: Zone, ruling: Ruling, *, after: int, overridden: Collection[str] = (), by: Actor) -> ZoneDecision:
    """End a zone now, ahead of its time, with the reason."""
    _must_be_police(by)
    standing, newest = _held(zone, after=after)
    link = objections_to_link(ZoneKind(zone.kind), ruling.link) if ruling.link else []
    _refuse({"": objections_to_ending(standing, now=timezone.now()), "link": link})
    ended = _decide(zone, Step.ENDED, ruling, number=newest + 1, by=by)
    _record(Event.ZONE_ENDED, zone, overridden, by)
    return ended


def _must_be_police(by: Actor) -> None:
    by.must(Permission.DECIDE_ZONES)
    if by.authority_kind != AuthorityKind.POLICE:
        raise NotPermitted(Permission.DECIDE_ZONES)


def _refuse(*objections: dict[str, list[str]]) -> None:
    """Raise Refused with every reason that there is."""
    reasons = {field: sentences for some in objections for field, sentences in some.items() if sentences}
    if reasons:
        raise Refused(reasons)


def _held(zone: Zone, *, after: int) -> tuple[Standing, int]:
    """Hold the zone until the end of the request: of two who decide at once, the second learns of the first."""
    Zone.objects.select_for_update().get(pk=zone.pk)
    chain = list(ZoneDecision.objects.filter(zone=zone).order_by("number"))
    if chain[-1].number != after:
        raise Refused(_MEANWHILE)
    return standing_of([(Step(link.step), link.starts_at, link.ends_at) for link in chain]), chain[-1].number


def _touch(zone: Zone, place: Place) -> None:
    """Note the areas that were chosen, those that the outline covers, and those whose streets the borders name."""
    lookup = area_lookup()
    chosen = {area.pk for area in place.areas}
    touching = chosen | _covered(place, lookup) | _named(place, lookup)
    for area_id in sorted(touching):
        ZoneArea.objects.create(
            partnership_id=zone.partnership_id,
            authority_id=zone.authority_id,
            audience=zone.audience,
            zone=zone,
            area_id=area_id,
        )


def _covered(place: Place, lookup: AreaLookup) -> set[UUID]:
    outlines = {area.pk: area.outline for area in lookup.areas if area.outline}
    return set(touched(place.outline, outlines)) if place.outline else set()


def _named(place: Place, lookup: AreaLookup) -> set[UUID]:
    found = (lookup.find(street=line) for line in place.borders.splitlines())
    return {area.pk for area in found if area}


def _decide(zone: Zone, step: Step, ruling: Ruling, *, number: int, by: Actor, happened: str = "") -> ZoneDecision:
    return ZoneDecision.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=zone.audience,
        zone=zone,
        number=number,
        step=step,
        happened=happened,
        registered_at=timezone.now(),
        **vars(ruling),
    )


def _record(event: Event, zone: Zone, overridden: Collection[str], by: Actor) -> None:
    audit.record(event, about=zone, by=by)
    if overridden:
        audit.record(Event.GUARD_OVERRIDDEN, about=zone, by=by, details={"kinds": ",".join(overridden)})
