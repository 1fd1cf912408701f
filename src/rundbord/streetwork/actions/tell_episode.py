"""Tell an episode — episode på vagten: with or without the police; or a remark on the staff's own safety.

Both are ordinary reports. A remark on staff safety is read by the own authority alone.
"""

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
from rundbord.situation.vocabulary import Basis
from rundbord.streetwork.actions.enter_area import enter_area
from rundbord.streetwork.actions.remember_report import Bands, remember_report
from rundbord.streetwork.actions.working import must_be_out
from rundbord.streetwork.models import Shift, ShiftReport
from rundbord.streetwork.rules.telling import episode_words
from rundbord.streetwork.vocabulary import SeenKind


@dataclass(frozen=True, kw_only=True)
class Episode:
    """What happened and where; `with_police` says whether they were there."""

    area: Area
    words: str
    with_police: bool
    category: str = ""
    audience: Audience = Audience.PARTIES
    is_urgent: bool = False


def tell_episode(shift: Shift, episode: Episode, *, overridden: Collection[str] = (), by: Actor) -> ShiftReport:
    """Report an episode that the team was near."""
    must_be_out(shift, by=by)
    enter_area(shift, episode.area, by=by)
    account = Account(
        text=episode_words(episode.words, with_police=episode.with_police) if episode.words.strip() else "",
        audience=episode.audience,
        when=right_now(timezone.now()),
        has_area=True,
        category=episode.category,
        basis=Basis.SEEN.value,
        is_urgent=episode.is_urgent,
    )
    report = report_observation(account, area=episode.area, overridden=overridden, by=by)
    return remember_report(shift, report, SeenKind.EPISODE, Bands(with_police=episode.with_police), by=by)


def tell_staff_safety(
    shift: Shift, words: str, area: Area, *, overridden: Collection[str] = (), by: Actor
) -> ShiftReport:
    """Tell leaders and coordinators of the own authority what the team must be looked after for."""
    must_be_out(shift, by=by)
    account = Account(
        heading=SeenKind.STAFF_SAFETY.label,
        text=words,
        audience=Audience.AUTHORITY,
        when=right_now(timezone.now()),
        has_area=True,
        basis=Basis.SEEN.value,
    )
    report = report_observation(account, area=area, overridden=overridden, by=by)
    return remember_report(shift, report, SeenKind.STAFF_SAFETY, Bands(), by=by)
