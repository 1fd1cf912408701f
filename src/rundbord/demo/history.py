"""Twelve months of invented reports and incidents, the same at every loading of the same day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import cos, radians

from django.utils import timezone

from rundbord.demo.places import METRES_PER_DEGREE, PLACES, Place
from rundbord.demo.stories import STORIES, Story
from rundbord.situation.vocabulary import Category

DAYS = 365
_SEED = 231
# Quiet on Mondays, busy on Fridays and Saturdays; a bad week in spring around one estate, a burglary wave in December.
_PER_WEEKDAY = (6, 6, 7, 7, 10, 11, 8)
_WAVE_MONTHS = {11, 12, 1}
# Days before today with a run of thefts at one station, so that there is something unusual to find.
_THEFTS = range(2, 7)


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One invented event: where, when (aware), and the story told of it."""

    place: Place
    street: str
    story: Story
    starts_at: datetime
    ends_at: datetime | None
    lat: float
    lon: float

    def fill(self, text: str) -> str:
        """Put street and area into a story's words."""
        return text.format(street=self.street, area=self.place.name)


def happenings(until: date) -> Iterator[Happening]:
    """Give the events of the year that ends on the day before `until`, oldest first."""
    chance = random.Random(_SEED)  # noqa: S311 — invented events, nothing secret
    for back in range(DAYS, 0, -1):
        day = until - timedelta(days=back)
        number = max(1, _PER_WEEKDAY[day.weekday()] + chance.randint(-3, 3))
        happened = [_happening(chance, day) for _ in range(number)]
        if back in _THEFTS:
            happened += [_theft(chance, day) for _ in range(2)]
        yield from sorted(happened, key=lambda each: each.starts_at)


def _happening(chance: random.Random, day: date) -> Happening:
    place = chance.choices(PLACES, [each.weight for each in PLACES])[0]
    story = chance.choices(STORIES, [_weight(each, day) for each in STORIES])[0]
    return _told(chance, day, place, story)


def _theft(chance: random.Random, day: date) -> Happening:
    """One of the bicycles of the week in which too many disappear from one station."""
    place = next(each for each in PLACES if each.name == "Herlev Station")
    story = next(each for each in STORIES if each.subcategory == "cykel")
    return _told(chance, day, place, story)


def _told(chance: random.Random, day: date, place: Place, story: Story) -> Happening:
    starts_at = _moment(day, chance.uniform(*story.hours))
    lat, lon = _near(chance, place)
    return Happening(
        place=place,
        street=chance.choice(place.streets),
        story=story,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=chance.randint(1, story.lasts)) if story.lasts else None,
        lat=lat,
        lon=lon,
    )


def _weight(story: Story, day: date) -> float:
    is_wave = story.category == Category.BURGLARY and day.month in _WAVE_MONTHS
    return story.weight * (1.8 if is_wave else 1.0)


def _moment(day: date, hours: float) -> datetime:
    minutes = round(hours * 60 / 5) * 5
    midnight = timezone.make_aware(datetime.combine(day, time()))
    return midnight + timedelta(minutes=minutes)


def _near(chance: random.Random, place: Place) -> tuple[float, float]:
    east, north = chance.gauss(0, 140), chance.gauss(0, 140)
    lat = place.lat + north / METRES_PER_DEGREE
    lon = place.lon + east / (METRES_PER_DEGREE * cos(radians(place.lat)))
    return round(lat, 5), round(lon, 5)
