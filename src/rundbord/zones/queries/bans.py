"""Numbers of bans by area and month: exact for the police, without small numbers for everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.models import BanCount
from rundbord.zones.rules.small_numbers import months_until, number_in_words
from rundbord.zones.rules.words import month_in_words

MONTHS_SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class BanTable:
    """Areas by the last months, newest month first; a number that nobody gave is a dash."""

    months: list[str]
    rows: list[tuple[Area, list[tuple[str, str]]]]


def ban_table(actor: Actor) -> BanTable:
    """Give the numbers of the last months as the actor may read them."""
    counts = list(_told(actor).filter(month__gte=_months()[-1]).order_by("area__sort_key", "area_id", "-month"))
    told = {(count.area_id, count.month): number_in_words(count.number) for count in counts}
    months = [month for month in _months() if any(month == count.month for count in counts)]
    areas = {count.area_id: count.area for count in counts}
    rows = [
        (area, [(month_in_words(month), told.get((area_id, month), "–")) for month in months])
        for area_id, area in areas.items()
    ]
    return BanTable(months=[month_in_words(month) for month in months], rows=rows)


def bans_of_area(area_id: UUID, actor: Actor) -> list[tuple[date, str]]:
    """List the numbers of one area, newest month first, as the actor may read them."""
    counts = _told(actor).filter(area_id=area_id).order_by("-month", "id")
    return [(count.month, number_in_words(count.number)) for count in counts]


def _months() -> list[date]:
    return months_until(timezone.localdate(), count=MONTHS_SHOWN)


def _told(actor: Actor) -> QuerySet[BanCount]:
    """Take the exact rows or the rounded ones; the database shows the exact ones to police alone."""
    is_police = actor.authority_kind == AuthorityKind.POLICE
    audience = Audience.POLICE if is_police else Audience.PARTIES
    return BanCount.objects.select_related("area").filter(audience=audience)
