"""Sudden events of the last months, closed with what was learned: fast ones, and one that took too long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from rundbord.alerts.models import Call, LogLine, SuddenEvent
from rundbord.alerts.vocabulary import Answer, LineKind
from rundbord.demo.founding import OWNER, Founded
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience

_OPENED_BY = "Politibetjent, Forebyggende afdeling"


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """One event, so many days ago at a clock time; minutes count from the report."""

    ago: int
    clock: time
    title: str
    area: str
    known: str
    learned: str
    seen: int
    decided: int
    unit: str


EARLIER = (
    Earlier(
        ago=19,
        clock=time(21, 40),
        title="Brand i containere ved Værebro Park",
        area="Værebro Park",
        known="Tre containere brænder. Ingen er kommet til skade.",
        learned="Driftskontoret fik besked med det samme. Næste gang ringer vi også til klubben.",
        seen=6,
        decided=31,
        unit="gladsaxe/Gadeteam Gladsaxe",
    ),
    Earlier(
        ago=54,
        clock=time(2, 25),
        title="Skud hørt ved Herlev Station",
        area="Herlev Bymidte",
        known="Flere har hørt skud. Der er fundet patronhylstre.",
        learned="Ingen havde telefonvagt om natten, og derfor gik der for lang tid. Nu er der en vagtplan.",
        seen=52,
        decided=96,
        unit="herlev/SSP Herlev",
    ),
    Earlier(
        ago=97,
        clock=time(19, 5),
        title="Stenkast mod en bus på Søborg Hovedgade",
        area="Søborg Hovedgade",
        known="En rude er knust. Bussen blev omdirigeret.",
        learned="Gadeteamet var på stedet efter et kvarter. Busselskabet skal på ringelisten.",
        seen=4,
        decided=22,
        unit="gladsaxe/Gadeteam Gladsaxe",
    ),
    Earlier(
        ago=141,
        clock=time(23, 15),
        title="Slagsmål efter byfest i Ballerup",
        area="Ballerup Centrum",
        known="To grupper sloges. Patruljen skilte dem ad.",
        learned="Aftalen om hvem der taler med forældrene holdt.",
        seen=9,
        decided=44,
        unit="ballerup/SSP Ballerup",
    ),
)


def have_had_nights(founded: Founded) -> None:
    """Write each as it stood when it was closed the day after."""
    for earlier in EARLIER:
        _write(earlier, founded)


def _write(earlier: Earlier, founded: Founded) -> None:
    happened_at = at_clock(timezone.localdate() - timedelta(days=earlier.ago), earlier.clock)
    reported_at = happened_at + timedelta(minutes=5)
    police = founded.units["vestegnen/Forebyggende afdeling"].authority_id
    reach = {"partnership": founded.partnership, "authority_id": police, "audience": Audience.PARTIES}
    event = SuddenEvent.objects.using(OWNER).create(
        **reach,
        title=earlier.title,
        area=founded.areas[earlier.area],
        happened_at=happened_at,
        reported_at=reported_at,
        opened_at=_after(reported_at, 2),
        opened_label=_OPENED_BY,
        first_seen_at=_after(reported_at, earlier.seen),
        first_decided_at=_after(reported_at, earlier.decided),
        closed_at=reported_at + timedelta(days=1),
        review=earlier.learned,
    )
    told_at = _after(reported_at, 2)
    line = {"text": earlier.known, "at": told_at, "written_at": told_at, "user_label": _OPENED_BY}
    LogLine.objects.using(OWNER).create(**reach, **line, event=event, kind=LineKind.KNOWN)
    Call.objects.using(OWNER).create(
        **reach,
        event=event,
        unit=founded.units[earlier.unit],
        told_at=told_at,
        seen_at=_after(reported_at, earlier.seen),
        answer=Answer.REACHED,
    )


def _after(reported_at: datetime, minutes: int) -> datetime:
    return reported_at + timedelta(minutes=minutes)
