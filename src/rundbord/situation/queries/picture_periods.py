"""Which picture is the newest, what the next one covers, and which number it gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord.situation.models import Picture
from rundbord.situation.rules.period import Period, period_since


@dataclass(frozen=True, kw_only=True)
class NextPicture:
    """The picture that is being prepared; it has no row until somebody writes in it."""

    period: Period
    number: int
    draft_id: UUID | None


def newest_picture() -> Picture | None:
    """Give the picture that was published last in the partnership in session."""
    return Picture.objects.exclude(published_at=None).order_by("-number").first()


def next_picture(*, now: datetime | None = None) -> NextPicture:
    """Tell what the next picture covers, and what it will be numbered if nobody else publishes first."""
    last = newest_picture()
    draft = Picture.objects.filter(published_at=None).values_list("id", flat=True).first()
    return NextPicture(
        period=period_since(last.covers_to if last else None, now=now or timezone.now()),
        number=(last.number or 0) + 1 if last else 1,
        draft_id=draft,
    )
