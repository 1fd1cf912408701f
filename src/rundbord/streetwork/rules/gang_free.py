"""When a municipality stands as free of gang activity: every area agreed at the lowest level, and both sides say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.rules import side_of
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.rules.mapped import Mapped
from rundbord.streetwork.vocabulary import ActivityLevel

NOT_ALL = "Ikke alle kommunens områder er enige om »Ingen tegn« i kvartalet."
ALREADY = "Jeres side har allerede erklæret det."
ELSEWHERE = "Det er kommunens egen SSP og politiet, der erklærer det."


@dataclass(frozen=True, kw_only=True)
class Place:
    """One area of a municipality in a quarter: what is said of it, and when that was said last."""

    mapped: Mapped
    said_at: datetime | None

    @property
    def is_quiet(self) -> bool:
        """Tell whether both sides see no sign."""
        return self.mapped.level is ActivityLevel.NONE


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What one side has declared: when, and of which areas."""

    side: Side
    at: datetime
    covers: frozenset[UUID]


def can_be_declared(places: Mapping[UUID, Place]) -> bool:
    """Tell whether every area is agreed at the lowest level; a municipality without areas has nothing to declare."""
    return bool(places) and all(place.is_quiet for place in places.values())


def holds(declared: Declared, places: Mapping[UUID, Place], *, is_open: bool) -> bool:
    """Tell whether a declaration still holds: no area it covers has been judged anew since.

    While the quarter is open, an area that was drawn since ends it too; afterwards the areas of that time count.
    """
    if not declared.covers <= places.keys() or (is_open and declared.covers != places.keys()):
        return False
    covered = [places[area] for area in declared.covers]
    return bool(covered) and all(place.is_quiet and _is_before(place, declared.at) for place in covered)


def objections_to_declaring(
    places: Mapping[UUID, Place], *, kind: AuthorityKind, is_own: bool, declared: frozenset[Side]
) -> list[str]:
    """Every reason why an authority cannot declare a municipality free; `declared` are the sides whose word holds."""
    side = side_of(kind)
    if side is None or (side is Side.SSP and not is_own):
        return [ELSEWHERE]
    if not can_be_declared(places):
        return [NOT_ALL]
    return [ALREADY] if side in declared else []


def _is_before(place: Place, moment: datetime) -> bool:
    return place.said_at is not None and place.said_at <= moment
