"""Registering what the police have decided on a zone: that it is established, prolonged or ended ahead of time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.partnership.rules.outlines import objection_to_outline
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.actions.registering import Place, Ruling, held_chain, must_be_police, record, refuse, touch_areas
from rundbord.zones.models import Zone, ZoneDecision
from rundbord.zones.queries.zones import zone_row
from rundbord.zones.rules.borders import objections_to_borders
from rundbord.zones.rules.chains import (
    Standing,
    objections_to_ending,
    objections_to_prolonging,
    objections_to_term,
    standing_of,
)
from rundbord.zones.rules.law import objections_to_link
from rundbord.zones.vocabulary import Step


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What must be answered before a prolongation: is the zone still needed, and what has happened in it since."""

    is_needed: bool
    happened: str


def establish_zone(place: Place, ruling: Ruling, *, overridden: Collection[str] = (), by: Actor) -> Zone:
    """Register a new zone with the areas that it touches and its first decision."""
    must_be_police(by)
    now = timezone.now()
    outline = {"outline": [objection]} if place.outline and (objection := objection_to_outline(place.outline)) else {}
    borders = objections_to_borders(has_text=bool(place.borders.strip()), has_outline=bool(place.outline))
    refuse(
        {"borders": borders, "link": objections_to_link(place.kind, ruling.link)},
        outline,
        objections_to_term(ruling.term, now=now, most_days=settings.ZONE_DAYS[place.kind]),
    )
    zone = Zone.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        audience=Audience.PARTIES,
        **place.columns(),
        starts_at=ruling.starts_at,
        registered_at=now,
        registered_by=by.user_id,
    )
    touch_areas(zone, place, version=1, by=by)
    _decide(zone, Step.ESTABLISHED, ruling, number=1, by=by)
    record(Event.ZONE_ESTABLISHED, zone, overridden, by)
    return zone


def prolong_zone(
    zone: Zone, ruling: Ruling, answer: Answer, *, after: int, overridden: Collection[str] = (), by: Actor
) -> ZoneDecision:
    """Add a period to the chain, with the answer to whether it is needed; `after` is as in `held_chain`."""
    must_be_police(by)
    chain = held_chain(zone, after=after)
    standing, kind = _standing(chain), zone_row(zone.pk).kind_of_zone
    objections = objections_to_prolonging(
        standing,
        ruling.term,
        is_needed=answer.is_needed,
        now=timezone.now(),
        most_days=settings.ZONE_DAYS[kind],
    )
    silent = [] if answer.happened.strip() else ["Skriv, hvad der er sket i zonen siden sidste beslutning."]
    refuse({"happened": silent, "link": objections_to_link(kind, ruling.link)}, objections)
    link = _decide(zone, Step.PROLONGED, ruling, number=chain[-1].number + 1, happened=answer.happened, by=by)
    record(Event.ZONE_PROLONGED, zone, overridden, by)
    return link


def end_zone(zone: Zone, ruling: Ruling, *, after: int, overridden: Collection[str] = (), by: Actor) -> ZoneDecision:
    """End a zone now, ahead of its time, with the reason."""
    must_be_police(by)
    chain = held_chain(zone, after=after)
    link = objections_to_link(zone_row(zone.pk).kind_of_zone, ruling.link) if ruling.link else []
    refuse({"": objections_to_ending(_standing(chain), now=timezone.now()), "link": link})
    ended = _decide(zone, Step.ENDED, ruling, number=chain[-1].number + 1, by=by)
    record(Event.ZONE_ENDED, zone, overridden, by)
    return ended


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


def _standing(chain: list[ZoneDecision]) -> Standing:
    return standing_of([(Step(link.step), link.starts_at, link.ends_at) for link in chain])
