"""What the forms for reporting offer one actor: places in the order of use, and who reads what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.partnership.models import Area
from rundbord.partnership.queries import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.queries.reporting import frequent_areas, open_areas, possible_readers
from rundbord.situation.rules.readers import in_words, units_in_words


@dataclass(frozen=True, kw_only=True)
class Readable:
    """An audience and who that is, in words."""

    audience: Audience
    readers: str
    units: list[str]


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What the form offers one actor."""

    areas: dict[str, Area]
    area_choices: list[Any]
    places: frozenset[str]
    audiences: list[Readable]


def offer_to(actor: Actor) -> Offer:
    """Gather areas in the order of use and, for each audience, who will read."""
    areas = {str(area.pk): area for area in open_areas()}
    return Offer(
        areas=areas,
        area_choices=_area_choices(areas, frequent_areas(actor)),
        places=place_names(),
        audiences=audiences_of(actor),
    )


def audiences_of(actor: Actor) -> list[Readable]:
    """List audiences from narrow to wide."""
    parties, unit = possible_readers(), actor.unit_name
    return [
        Readable(
            audience=each,
            readers=in_words(each, parties, own=actor.authority_id, own_unit=unit),
            units=units_in_words(each, parties, own=actor.authority_id),
        )
        for each in Audience
    ]


def _area_choices(areas: dict[str, Area], frequent: Sequence[UUID]) -> list[Any]:
    often = [(str(pk), areas[str(pk)].name) for pk in frequent if str(pk) in areas]
    every = [(pk, area.name) for pk, area in areas.items()]
    empty = ("", "Vælg område")
    return [empty, ("I bruger mest", often), ("Alle områder", every)] if often else [empty, *every]
