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
class BanLine:
    """One area in one month, with the number in words."""

    area: Area
    month: date
    number: str

    @property
    def month_in_words(self) -> str:
        """Write the month."""
        return month_in_words(self.month)


def ban_lines(actor: Actor) -> list[BanLine]:
    """List the numbers of the last months, newest first, as the actor may read them."""
    first = months_until(timezone.localdate(), count=MONTHS_SHOWN)[-1]
    return [_line(count) for count in _told(actor).filter(month__gte=first).order_by("-month", "area__sort_key")]


def bans_of_area(area_id: UUID, actor: Actor) -> list[BanLine]:
    """List the numbers of one area, newest first, as the actor may read them."""
    return [_line(count) for count in _told(actor).filter(area_id=area_id).order_by("-month", "id")]


def _told(actor: Actor) -> QuerySet[BanCount]:
    """Take the exact rows or the rounded ones; the database shows the exact ones to police alone."""
    is_police = actor.authority_kind == AuthorityKind.POLICE
    audience = Audience.POLICE if is_police else Audience.PARTIES
    return BanCount.objects.select_related("area").filter(audience=audience)


def _line(count: BanCount) -> BanLine:
    return BanLine(area=count.area, month=count.month, number=number_in_words(count.number))
