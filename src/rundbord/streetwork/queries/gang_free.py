"""Municipalities in a quarter: whether they can be declared free of gang activity, and who has done so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord.identity.models import Authority
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.models import GangFreeStatement
from rundbord.streetwork.queries.mapped_areas import MappedArea
from rundbord.streetwork.queries.said import last_said
from rundbord.streetwork.rules.gang_free import Declared, Place, can_be_declared, holds
from rundbord.streetwork.rules.quarters import Quarter


@dataclass(frozen=True, kw_only=True)
class Declaring:
    """A municipality in a quarter: whether it can be declared free, and which sides have done so."""

    municipality: Authority
    quarter: Quarter
    places: dict[UUID, Place]
    statements: dict[Side, GangFreeStatement]

    @property
    def can_be_declared(self) -> bool:
        """Tell whether every area is agreed at the lowest level."""
        return can_be_declared(self.places)

    @property
    def is_free(self) -> bool:
        """Tell whether both sides' declarations hold."""
        return len(self.statements) == len(Side)

    @property
    def sides(self) -> frozenset[Side]:
        """The sides whose declaration holds."""
        return frozenset(self.statements)

    @property
    def quiet_count(self) -> int:
        """How many areas are agreed at the lowest level."""
        return sum(place.is_quiet for place in self.places.values())

    @property
    def since(self) -> date:
        """The day on which the second side declared it."""
        return timezone.localdate(max(each.stated_at for each in self.statements.values()))


def declaring_of(rows: Sequence[MappedArea], quarter: Quarter, *, today: date) -> list[Declaring]:
    """Give every municipality that has areas among these, by name."""
    municipalities = {row.area.authority_id: row.area.authority for row in rows}
    places: dict[UUID, dict[UUID, Place]] = {}
    for row in rows:
        place = Place(mapped=row.mapped, said_at=last_said(row.said))
        places.setdefault(row.area.authority_id, {})[row.area.pk] = place
    stated = _statements(quarter)
    is_open = quarter.is_open(today)
    return [
        Declaring(
            municipality=each,
            quarter=quarter,
            places=places[key],
            statements=_holding(stated.get(key, []), places[key], is_open=is_open),
        )
        for key, each in sorted(municipalities.items(), key=lambda pair: pair[1].name)
        if each.kind == AuthorityKind.MUNICIPALITY
    ]


def _statements(quarter: Quarter) -> dict[UUID, list[GangFreeStatement]]:
    found: dict[UUID, list[GangFreeStatement]] = {}
    for each in GangFreeStatement.objects.filter(quarter=quarter.first_day).order_by("stated_at", "id"):
        found.setdefault(each.municipality_id, []).append(each)
    return found


def _holding(
    stated: list[GangFreeStatement], places: dict[UUID, Place], *, is_open: bool
) -> dict[Side, GangFreeStatement]:
    """Keep the newest declaration of each side that still holds."""
    return {Side(each.side): each for each in stated if holds(_declared(each), places, is_open=is_open)}


def _declared(statement: GangFreeStatement) -> Declared:
    return Declared(side=Side(statement.side), at=statement.stated_at, covers=frozenset(statement.covers))
