"""Builders of burglaries that lie close to each other, and the night that looks for them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import Incident, RepeatCluster
from rundbord.situation.vocabulary import Category, Nature, TimePrecision
from tests.database import as_owner
from tests.factories.situations import Vestegnen

# A hundred metres are nine ten-thousandths of a degree of latitude.
NEXT_DOOR, FAR_AWAY = 0.0003, 0.02


def burglary(world: Vestegnen, day: date, *, north: float = 0.0, **columns: Any) -> Incident:
    at = timezone.make_aware(datetime.combine(day, time(14, 30)))
    facts = {
        "partnership": world.partnership,
        "authority": world.police,
        "audience": Audience.PARTIES,
        "nature": Nature.INCIDENT,
        "category": Category.BURGLARY,
        "heading": "Indbrud i villa",
        "starts_at": at,
        "starts_precision": TimePrecision.MINUTE,
        "occurred_at": at,
        "area": world.station,
        "place_text": "Vangavej",
        "place_key": "vangavej",
        "lat": 55.73 + north,
        "lon": 12.45,
        "point_precision": "point",
        "created_at": at,
        "changed_at": at,
    }
    with as_owner():
        return Incident.objects.create(**{**facts, **columns})


def look(world: Vestegnen, ending_on: date) -> int:
    system = system_of(world.police.pk, partnership_id=world.partnership.pk)
    with acting_for(system):
        return actions.find_repeats(ending_on=ending_on, by=system)


@pytest.fixture
def yesterday() -> date:
    """The day that the nightly work looks up to."""
    return timezone.localdate() - timedelta(days=1)


@pytest.fixture
def repeat(vestegnen: Vestegnen, yesterday: date) -> RepeatCluster:
    """Two burglaries next door to each other within a week, found at night."""
    burglary(vestegnen, yesterday - timedelta(days=4))
    burglary(vestegnen, yesterday, north=NEXT_DOOR)
    assert look(vestegnen, yesterday) == 1
    with as_owner():
        return RepeatCluster.objects.get()


@pytest.fixture
def many_burglaries(vestegnen: Vestegnen, yesterday: date) -> None:
    """Thirty pairs next door to each other within two days, spread over a year and a street each; two have no place."""
    for number in range(30):
        first = yesterday - timedelta(days=20 + number * 5)
        for later in (0, 2):
            north = number * FAR_AWAY
            burglary(vestegnen, first + timedelta(days=later), north=north, place_key=f"vej {number}")
    for back in (30, 40):
        burglary(vestegnen, yesterday - timedelta(days=back), lat=None, lon=None, point_precision="", place_key="")
    look(vestegnen, yesterday)
