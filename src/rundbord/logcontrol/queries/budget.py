"""Limits, stops and lifts as screens show them."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.logcontrol.models import ReadingLift, ReadingLimit, ReadingStop

MOST_STOPS = 50


def limits_of(actor: Actor) -> tuple[int, int]:
    """Give how many persons a user of the own authority may read about in an hour and in a day."""
    own = ReadingLimit.objects.filter(authority_id=actor.authority_id).order_by("-at", "-id").first()
    if own is None:
        return settings.READINGS_PER_HOUR, settings.READINGS_PER_DAY
    return own.per_hour, own.per_day


def changes_of_limits(actor: Actor) -> list[ReadingLimit]:
    """List how the limits were set, the newest first."""
    return list(ReadingLimit.objects.filter(authority_id=actor.authority_id).order_by("-at", "-id")[:10])


def stops(actor: Actor) -> list[ReadingStop]:
    """List who was stopped lately, the newest first."""
    return list(_own_stops(actor).order_by("-at", "-id")[:MOST_STOPS])


def stop_of(stop_id: UUID, actor: Actor) -> ReadingStop:
    """Find one of the own authority's stops; another does not exist."""
    found = _own_stops(actor).filter(pk=stop_id).first()
    if found is None:
        raise Http404
    return found


def lift_of(stop: ReadingStop) -> ReadingLift | None:
    """Give the lift, once there is one."""
    return next(iter(stop.lifts.all()), None)


def _own_stops(actor: Actor) -> QuerySet[ReadingStop]:
    return ReadingStop.objects.filter(authority_id=actor.authority_id).prefetch_related("lifts")
