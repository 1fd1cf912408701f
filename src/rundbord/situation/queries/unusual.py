"""Reads of unusual counts: the list, one of them, those that a picture tells, and what the newest night compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from rundbord.partnership.models import Area
from rundbord.situation.models import UnusualCount, UnusualLook
from rundbord.situation.rules.short_pasts import ShortPast, short_pasts_in_words
from rundbord.situation.vocabulary import UnusualVerdict
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20


@dataclass(frozen=True, kw_only=True)
class UnusualPage:
    """A page of finds, newest first, and the cursors beside it."""

    rows: list[UnusualCount]
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Look:
    """What the newest night compared, and the areas whose past is too short, those first that can soonest be judged."""

    look: UnusualLook
    short: list[ShortPast]

    @property
    def short_pairs(self) -> int:
        """Count the pairs of area and category that cannot be judged."""
        return sum(one.pairs for one in self.short)


def newest_look() -> Look | None:
    """Read the newest night; nothing before the first."""
    look = UnusualLook.objects.first()
    if look is None:
        return None
    wanted = [one["area"] for one in look.too_short]
    names = Area.objects.filter(pk__in=wanted, closed_at=None).values_list("id", "name") if wanted else []
    return Look(look=look, short=short_pasts_in_words(look.too_short, {str(key): name for key, name in names}))


def unusual_page(*, after: str = "", before: str = "") -> UnusualPage:
    """Give finds, the newest first."""
    found = UnusualCount.objects.select_related("area")
    shown = keyset_page(found, order=("-found_at", "-id"), after=after, before=before, size=PAGE_SIZE)
    return UnusualPage(rows=shown.rows, before=shown.before, after=shown.after)


def unusual_count_of(found_id: UUID) -> UnusualCount:
    """Find one; what is out of reach does not exist."""
    found = UnusualCount.objects.select_related("area").filter(pk=found_id).first()
    if found is None:
        raise Http404
    return found


def unusual_told(*, since: datetime, until: datetime) -> list[UnusualCount]:
    """List what was found or confirmed since the last picture; what somebody has dismissed is not told."""
    recent = Q(found_at__gt=since) | Q(judged_at__gt=since)
    found = UnusualCount.objects.filter(recent, found_at__lte=until).exclude(verdict=UnusualVerdict.DISMISSED)
    return list(found.select_related("area").order_by("-last", "p", "id"))


def unusual_of_area(area_id: UUID, *, since: datetime, limit: int) -> list[UnusualCount]:
    """List what was found of one area since a moment, newest first, with what was dismissed."""
    found = UnusualCount.objects.filter(area_id=area_id, found_at__gte=since)
    return list(found.order_by("-found_at", "-id")[:limit])
