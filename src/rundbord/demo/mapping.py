"""The mapping of gang activity over some quarters, as police and SSP of the demonstration would have written it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from rundbord.demo.founding import OWNER, Founded
from rundbord.demo.mapping_words import MAPPED, QUIET, Said, Told
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience, Side
from rundbord.streetwork.models import ActivityView, AgreedSentence, GangFreeStatement
from rundbord.streetwork.rules.quarters import Quarter, quarter_on

_POLICE = "vestegnen/Forebyggende afdeling"
_FREE_TODAY = "Herlev"
_WRITERS = {Side.POLICE: "Politibetjent", Side.SSP: "SSP-konsulent"}


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Who writes: the side, its unit, and when."""

    side: Side
    unit: Unit
    at: datetime

    @property
    def label(self) -> str:
        """The writer by role and unit."""
        return f"{_WRITERS[self.side]}, {self.unit.name}"


def map_quarters(founded: Founded) -> None:
    """Write what both sides have said, and the municipality that they have declared free this quarter."""
    running = quarter_on(timezone.localdate())
    for told in (*MAPPED, *QUIET):
        _tell(told, founded, running.moved(-told.back))
    _declare(founded, running)


def _tell(told: Told, founded: Founded, quarter: Quarter) -> None:
    area = founded.areas[told.area]
    spoken = [_state(said, area, quarter, founded) for said in told.said]
    newest = {Side(view.side): view for view in spoken}
    if told.sentence:
        speaker = _speaker(Side.SSP, area, _moment(quarter, days_left=2), founded)
        AgreedSentence.objects.using(OWNER).create(
            **_owned(speaker, founded),
            area=area,
            quarter=quarter.first_day,
            number=1,
            police_view=newest[Side.POLICE],
            ssp_view=newest[Side.SSP],
            text=told.sentence,
            written_at=speaker.at,
            written_label=speaker.label,
        )


def _state(said: Said, area: Area, quarter: Quarter, founded: Founded) -> ActivityView:
    at = _moment(quarter, days_left=said.days_left)
    speaker = _speaker(said.side, area, at, founded)
    return ActivityView.objects.using(OWNER).create(
        **_owned(speaker, founded),
        area=area,
        quarter=quarter.first_day,
        side=said.side,
        number=said.number,
        level=said.level,
        signs=list(said.signs),
        sources=list(said.sources),
        footing=said.footing,
        reason=said.reason,
        stated_at=at,
        stated_label=speaker.label,
    )


def _declare(founded: Founded, quarter: Quarter) -> None:
    municipality = founded.authorities[_FREE_TODAY]
    areas = [area for area in founded.areas.values() if area.authority_id == municipality.pk]
    for side in Side:
        speaker = _speaker(side, areas[0], timezone.now() - timedelta(minutes=30), founded)
        GangFreeStatement.objects.using(OWNER).create(
            **_owned(speaker, founded),
            municipality=municipality,
            quarter=quarter.first_day,
            side=side,
            covers=[area.pk for area in areas],
            stated_at=speaker.at,
            stated_label=speaker.label,
        )


def _speaker(side: Side, area: Area, at: datetime, founded: Founded) -> Speaker:
    authority = area.authority
    team = _POLICE if side is Side.POLICE else f"{authority.code}/SSP {authority.short_name}"
    return Speaker(side=side, unit=founded.units[team], at=at)


def _owned(speaker: Speaker, founded: Founded) -> dict[str, Any]:
    return {
        "partnership": founded.partnership,
        "authority_id": speaker.unit.authority_id,
        "unit": speaker.unit,
        "audience": Audience.PARTIES,
    }


def _moment(quarter: Quarter, *, days_left: int) -> datetime:
    """Give a moment so many days before the quarter's end, or before today while it runs."""
    today, now = timezone.localdate(), timezone.now()
    end = min(quarter.last_day, today)
    day = max(end - timedelta(days=days_left), quarter.first_day)
    return min(at_clock(day, time(10, 20)), now - timedelta(hours=1))
