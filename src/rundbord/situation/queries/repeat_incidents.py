"""The incidents that repeats are looked for among: those that all parties may read, of one category, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Incident
from rundbord.situation.rules.period import DENMARK
from rundbord.situation.rules.placing import Happened
from rundbord.situation.vocabulary import Category

# What all parties may read counts; a count with narrow incidents in it would tell of them.
COMMON = (Audience.PARTIES.value, Audience.PARTNERS.value)
# The newest so many of a category: a night's work and memory stay bounded, whatever the partnership's size.
MOST = 10_000
_COLUMNS = ("id", "occurred_at", "area_id", "lat", "lon", "point_precision", "place_key", "town")


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What happened, newest first, and the first day from which nothing is left out."""

    happened: list[Happened]
    complete_from: date | None


def common_incidents(by: Actor) -> QuerySet[Incident]:
    """Give the partnership's incidents that may be counted for everybody."""
    return Incident.objects.filter(partnership_id=by.table, audience__in=COMMON, withdrawn_at=None)


def happened_until(last: date, *, days: int, category: Category, by: Actor) -> Watched:
    """Give what happened in so many Danish calendar days that end on `last`."""
    first = last - timedelta(days=days - 1)
    within = common_incidents(by).filter(
        category=category.value, occurred_at__gte=_midnight(first), occurred_at__lt=_midnight(last + timedelta(days=1))
    )
    rows = within.order_by("-occurred_at", "-id").only(*_COLUMNS)[: MOST + 1]
    happened = [_happened(row) for row in rows]
    if len(happened) > MOST:
        return Watched(happened=happened[:MOST], complete_from=happened[MOST - 1].day + timedelta(days=1))
    return Watched(happened=happened, complete_from=happened[-1].day if happened else None)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=DENMARK)


def _happened(row: Incident) -> Happened:
    return Happened(
        incident_id=row.pk,
        day=timezone.localdate(row.occurred_at),
        area_id=row.area_id,
        lat=row.lat,
        lon=row.lon,
        point_precision=row.point_precision,
        place_key=row.place_key,
        town=row.town,
    )
