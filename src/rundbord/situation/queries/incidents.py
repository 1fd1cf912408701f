"""Incidents: one query for list, number, map and spreadsheet, so that they always say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, F, Func, QuerySet, Value
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.partnership.rules import street_key
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Incident, Picture
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 50
MOST_COUNTED = 1000
_COMMON = (Audience.PARTIES, Audience.PARTNERS)
ORDER = ("-occurred_at", "-id")


@dataclass(frozen=True, kw_only=True)
class IncidentFilter:
    """Which incidents are wanted; empty means all. `since` and `until` bound when they occurred.

    `is_common` leaves out what some parties cannot read, so that all of them count the same.
    """

    area_id: UUID | None = None
    category: str = ""
    nature: str = ""
    confirmed: bool | None = None
    is_open: bool | None = None
    since: datetime | None = None
    until: datetime | None = None
    place: str = ""
    is_common: bool = False


@dataclass(frozen=True, kw_only=True)
class Number:
    """How many there are; counting stops early, since nobody reads a list of thousands."""

    count: int

    @property
    def is_least(self) -> bool:
        """Tell whether there are more than were counted."""
        return self.count > MOST_COUNTED

    def __str__(self) -> str:
        """Write the number, or that it is the least."""
        return "mindst 1.000" if self.is_least else str(self.count)


def matching(actor: Actor, wanted: IncidentFilter) -> QuerySet[Incident]:
    """Narrow to the incidents that are wanted, within reach; withdrawn ones are no incidents."""
    here = Incident.objects.filter(partnership_id=actor.table_id, withdrawn_at=None)
    columns: dict[str, Any] = {
        "area_id": wanted.area_id,
        "category": wanted.category or None,
        "nature": wanted.nature or None,
        "is_confirmed": wanted.confirmed,
        "closed_at__isnull": wanted.is_open,
        "occurred_at__gte": wanted.since,
        "occurred_at__lt": wanted.until,
    }
    narrowed = here.filter(**{column: value for column, value in columns.items() if value is not None})
    if wanted.is_common:
        narrowed = narrowed.filter(audience__in=_COMMON)
    key = street_key(wanted.place)
    return narrowed.filter(_begins("place_key", key)) if key else narrowed


def incidents(actor: Actor, wanted: IncidentFilter, *, after: str = "", before: str = "") -> KeysetPage[Incident]:
    """Give one page, newest first."""
    rows = matching(actor, wanted).select_related("area").defer("area__outline")
    return keyset_page(rows, order=ORDER, after=after, before=before, size=PAGE_SIZE)


def number_of(actor: Actor, wanted: IncidentFilter) -> Number:
    """Count the same incidents, and stop where counting gets dear."""
    rows = matching(actor, wanted)
    is_narrow = wanted.area_id or wanted.category or wanted.place
    # Without a narrower index to count in, the newest come first: else the table itself would be read.
    return Number(count=(rows if is_narrow else rows.order_by(*ORDER))[: MOST_COUNTED + 1].count())


def numbers_of(actor: Actor, wanted: Sequence[IncidentFilter]) -> list[Number]:
    """Count for several tiles, each of which leads to its list."""
    return [number_of(actor, each) for each in wanted]


def all_of(actor: Actor, wanted: IncidentFilter, *, most: int) -> list[Incident]:
    """Give the same incidents for a spreadsheet, at most so many."""
    return list(matching(actor, wanted).select_related("area").order_by(*ORDER)[:most])


def incident_of(actor: Actor, incident_id: UUID) -> Incident:
    """Find one incident within reach, withdrawn or not; another does not exist."""
    here = Incident.objects.select_related("area", "authority").filter(partnership_id=actor.table_id)
    incident = here.filter(pk=incident_id).first()
    if incident is None:
        raise Http404
    return incident


def last_published_at(actor: Actor) -> datetime | None:
    """Tell as of when the newest published picture knows."""
    published = Picture.objects.filter(partnership_id=actor.table_id, published_at__isnull=False)
    newest = published.order_by("-number").values_list("covers_to", "published_at").first()
    return (newest[0] or newest[1]) if newest else None


def since_last_picture(actor: Actor) -> IncidentFilter:
    """Narrow to what has occurred since the newest published picture."""
    return replace(IncidentFilter(), since=last_published_at(actor))


def _begins(column: str, prefix: str) -> Any:
    # ^@ keeps its index under row security, LIKE does not (security §2.1).
    begins: Any = Func(F(column), Value(prefix), template="%(expressions)s", arg_joiner=" ^@ ")
    return ExpressionWrapper(begins, output_field=BooleanField())
