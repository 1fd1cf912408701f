"""Observe a group — gruppeobservation: bands in a few taps become an ordinary report, and the shift remembers it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.actions import report_observation
from rundbord.situation.rules.telling import Account
from rundbord.situation.rules.when import right_now
from rundbord.situation.vocabulary import Basis, Mood
from rundbord.streetwork.actions.enter_area import enter_area
from rundbord.streetwork.actions.remember_report import Bands, remember_report
from rundbord.streetwork.actions.working import must_be_out
from rundbord.streetwork.models import Shift, ShiftReport
from rundbord.streetwork.rules.telling import category_of, group_heading, group_words
from rundbord.streetwork.vocabulary import Activity, AgeBand, SeenKind, SizeBand


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A group as seen in passing; `words` are the worker's own and may be empty."""

    area: Area
    size: SizeBand
    activity: Activity
    age: AgeBand | None = None
    mood: Mood | None = None
    words: str = ""
    audience: Audience = Audience.PARTIES
    is_urgent: bool = False


def observe_group(shift: Shift, seen: Seen, *, overridden: Collection[str] = (), by: Actor) -> ShiftReport:
    """Report it through the situation's own action; to be seen in an area is to be in it."""
    must_be_out(shift, by=by)
    enter_area(shift, seen.area, by=by)
    report = report_observation(_account(seen), area=seen.area, overridden=overridden, by=by)
    bands = Bands(size_band=seen.size.value, age_band=seen.age.value if seen.age else "", activity=seen.activity.value)
    return remember_report(shift, report, SeenKind.GROUP, bands, by=by)


def _account(seen: Seen) -> Account:
    heading = group_heading(seen.size, seen.age, seen.activity)
    return Account(
        heading=heading,
        text=group_words(heading, seen.mood, seen.words),
        audience=seen.audience,
        when=right_now(timezone.now()),
        has_area=True,
        category=category_of(seen.activity),
        mood=seen.mood.value if seen.mood else "",
        basis=Basis.SEEN.value,
        is_urgent=seen.is_urgent,
    )
