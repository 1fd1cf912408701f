"""What each side said last of areas in quarters: the rows that count, found in one query."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.rules.mapped import Mapped
from rundbord.streetwork.rules.quarters import Quarter
from rundbord.streetwork.vocabulary import ActivityLevel

Said = dict[Side, ActivityView]


def said_in(quarters: Collection[Quarter], *, area_id: UUID | None = None) -> dict[tuple[UUID, Quarter], Said]:
    """Give the newest view of each side, by area and quarter; of one area where it is given."""
    views = ActivityView.objects.filter(quarter__in=[each.first_day for each in quarters])
    return _by_place(views.filter(area_id=area_id) if area_id else views)


def quarter_before(quarter: Quarter, *, today: date, area_id: UUID | None = None) -> Quarter | None:
    """Give the quarter that a page leads back to: the one before while it is open, else the last in which anything was
    said; None where there is nothing to go back to."""
    if quarter.previous.is_open(today):
        return quarter.previous
    views = ActivityView.objects.filter(quarter__lt=quarter.first_day)
    said = (views.filter(area_id=area_id) if area_id else views).order_by("-quarter")
    newest = said.values_list("quarter", flat=True).first()
    return Quarter(newest) if newest else None


def mapped_of(said: Said) -> Mapped:
    """Take the levels alone."""
    return Mapped(police=_level(said.get(Side.POLICE)), ssp=_level(said.get(Side.SSP)))


def last_said(said: Said) -> datetime | None:
    """Give the moment of the newest view."""
    return max((view.stated_at for view in said.values()), default=None)


def _by_place(views: QuerySet[ActivityView]) -> dict[tuple[UUID, Quarter], Said]:
    newest = views.order_by("area_id", "quarter", "side", "-number").distinct("area_id", "quarter", "side")
    found: dict[tuple[UUID, Quarter], Said] = {}
    for view in newest.select_related("authority"):
        found.setdefault((view.area_id, Quarter(view.quarter)), {})[Side(view.side)] = view
    return found


def _level(view: ActivityView | None) -> ActivityLevel | None:
    return ActivityLevel(view.level) if view else None
