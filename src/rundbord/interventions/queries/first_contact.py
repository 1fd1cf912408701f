"""The clock of a file's concerns: from concern to first contact, offer and secured contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.utils import timezone

from rundbord.concerns.models import Concern, YoungPerson
from rundbord.interventions.rules.first_contact import Leg, Way, legs_of
from rundbord.interventions.vocabulary import ConcernClock

# On the page of a file: the open ones, and of the closed ones the last.
_MOST = 3


@dataclass(frozen=True, kw_only=True)
class Clocked:
    """A concern with its clock."""

    concern: Concern
    legs: list[Leg]


def clocks_of(person: YoungPerson) -> list[Clocked]:
    """Give the clocks of a file's concerns, the open ones first."""
    rows = Concern.objects.filter(person=person).order_by(F("closed_at").desc(nulls_first=True), "-opened_at", "-id")
    today = timezone.localdate()
    return [Clocked(concern=each, legs=legs_of(way_of(each), today=today)) for each in rows[:_MOST]]


def clock_of(concern: Concern) -> list[Leg]:
    """Give the clock of one concern."""
    return legs_of(way_of(concern), today=timezone.localdate())


def way_of(concern: Concern) -> Way:
    """Give a concern's days, by the calendar in Denmark."""
    return Way(
        opened_on=timezone.localdate(concern.opened_at),
        reached_on={
            ConcernClock.CONTACTED: _day(concern.contacted_at),
            ConcernClock.OFFERED: _day(concern.offered_at),
            ConcernClock.SECURED: _day(concern.secured_at),
        },
        closed_on=_day(concern.closed_at),
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else timezone.localdate(moment)
