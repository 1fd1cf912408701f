"""Reads of unusual counts: the list, one of them, and those that a picture tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from rundbord.situation.models import UnusualCount
from rundbord.situation.vocabulary import UnusualVerdict
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20


@dataclass(frozen=True, kw_only=True)
class UnusualPage:
    """A page of finds, newest first, and the cursors beside it."""

    rows: list[UnusualCount]
    before: str
    after: str


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
