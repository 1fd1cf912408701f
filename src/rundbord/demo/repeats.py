"""Burglaries that draw the next one nearby, as real ones do, and a series in one estate in the last days."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from math import cos, radians

from django.utils import timezone

from rundbord.demo.history import Happening
from rundbord.demo.places import METRES_PER_DEGREE
from rundbord.situation.vocabulary import Category

_SEED = 233
# After one burglary in eight another within a few days and a few doors, about what the real lines of a district show.
_DRAWS_ANOTHER = 1 / 8
_LONGEST_WAIT, _DOORS_AWAY = 6, 35.0
# Days before today, and metres from the first: three in one week, so that somebody has a place to go to.
_SERIES = ((7, 0.0), (4, 45.0), (2, -30.0))
_SERIES_AT = "Værebro Park"


def repeats_after(happened: Iterable[Happening], until: date) -> Iterator[Happening]:
    """Give the burglaries that follow others, all before `until`, in no order."""
    chance = random.Random(_SEED)  # noqa: S311 — invented events, nothing secret
    burglaries = [each for each in happened if each.story.category == Category.BURGLARY]
    for first in burglaries:
        if chance.random() < _DRAWS_ANOTHER:
            following = _after(first, chance)
            if timezone.localdate(following.starts_at) < until - timedelta(days=1):
                yield following
    yield from _series(burglaries, until)


def _after(first: Happening, chance: random.Random) -> Happening:
    wait = timedelta(days=chance.randint(1, _LONGEST_WAIT))
    moved = _moved(first, chance.gauss(0, _DOORS_AWAY), chance.gauss(0, _DOORS_AWAY))
    return replace(moved, starts_at=first.starts_at + wait, ends_at=first.ends_at + wait if first.ends_at else None)


def _series(burglaries: Iterable[Happening], until: date) -> Iterator[Happening]:
    first = next((each for each in burglaries if each.place.name == _SERIES_AT), None)
    if first is None:
        return
    for back, metres in _SERIES:
        day = until - timedelta(days=back)
        starts_at = timezone.make_aware(datetime.combine(day, time(14, 30)))
        yield replace(_moved(first, metres, 0.0), starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))


def _moved(one: Happening, east: float, north: float) -> Happening:
    lat = one.lat + north / METRES_PER_DEGREE
    lon = one.lon + east / (METRES_PER_DEGREE * cos(radians(one.lat)))
    return replace(one, lat=round(lat, 5), lon=round(lon, 5))
