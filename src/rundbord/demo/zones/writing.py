"""Writes zones, numbers of bans and coming events as their writers would have done."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from rundbord.demo.founding import OWNER, Founded
from rundbord.demo.zones.ahead import EVENTS
from rundbord.demo.zones.decided import BANS, ZONES
from rundbord.demo.zones.shapes import Ahead, Decided, Link, Wrong
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.models import BanCount, ComingEvent, Zone, ZoneArea, ZoneDecision
from rundbord.zones.rules.small_numbers import months_until, told_number
from rundbord.zones.vocabulary import Step

_NOON = time(12, 0)
_TITLE = "Politidirektøren"


def decide_zones(founded: Founded) -> None:
    """Write zones, numbers and events as their writers would have done."""
    today = timezone.localdate()
    for decided in ZONES:
        _decide(decided, founded, today)
    for area, numbers in BANS:
        for month, number in zip(months_until(today, count=len(numbers)), numbers, strict=True):
            _count(founded, area, month, number)
    for ahead in EVENTS:
        _write(ahead, founded, today)


def _common(founded: Founded, code: str) -> dict[str, Any]:
    authority = next(each for each in founded.authorities.values() if each.code == code)
    return {"partnership": founded.partnership, "authority": authority}


def _decide(decided: Decided, founded: Founded, today: date) -> None:
    begun = at_clock(today - timedelta(days=decided.begun_ago), _NOON)
    ring = [list(corner) for corner in decided.ring]
    unit = founded.units["vestegnen/Lokalpoliti Gladsaxe og Herlev"]
    common = {**_common(founded, "vestegnen"), "audience": Audience.PARTIES}
    zone = Zone.objects.using(OWNER).create(
        **common,
        unit=unit,
        kind=decided.kind,
        name=decided.name,
        borders=decided.borders,
        outline={"type": "Polygon", "coordinates": [[*ring, ring[0]]]} if ring else None,
        starts_at=begun,
        registered_at=begun,
        registered_by=founded.users["lokal@vestegnen"].pk,
    )
    for name in decided.areas:
        ZoneArea.objects.using(OWNER).create(**common, zone=zone, area=founded.areas[name])
    for number, link in enumerate(decided.chain, start=1):
        begun = _add(zone, link, number=number, begun=begun, today=today)


def _add(zone: Zone, link: Link, *, number: int, begun: datetime, today: date) -> datetime:
    ends_at = at_clock(today + timedelta(days=link.until), _NOON)
    decided_at = begun - timedelta(hours=3)
    columns = {
        "partnership_id": zone.partnership_id,
        "authority_id": zone.authority_id,
        "audience": zone.audience,
        "zone": zone,
        "number": number,
        "step": Step.ESTABLISHED if number == 1 else Step.PROLONGED,
        "starts_at": begun,
        "reasons": link.reasons,
        "happened": link.happened,
        "decided_by": _TITLE,
        "decided_on": timezone.localdate(decided_at),
        "link": link.link,
    }
    first_end = at_clock(today + timedelta(days=link.wrong.until), _NOON) if link.wrong else ends_at
    ZoneDecision.objects.using(OWNER).create(**columns, ends_at=first_end, registered_at=decided_at)
    if link.wrong:
        _put_right(columns, link.wrong, ends_at=ends_at, decided_at=decided_at)
    return ends_at


def _put_right(columns: dict[str, Any], wrong: Wrong, *, ends_at: datetime, decided_at: datetime) -> None:
    ZoneDecision.objects.using(OWNER).create(
        **columns,
        version=2,
        ends_at=ends_at,
        corrected_why=wrong.why,
        corrected_by="Politibetjent, Københavns Vestegns Politi",
        registered_at=decided_at + timedelta(hours=wrong.hours),
    )


def _count(founded: Founded, area: str, month: date, number: int) -> None:
    for audience, told in ((Audience.POLICE, number), (Audience.PARTIES, told_number(number))):
        BanCount.objects.using(OWNER).create(
            **_common(founded, "vestegnen"),
            audience=audience,
            area=founded.areas[area],
            month=month,
            number=told,
            noted_at=timezone.now(),
        )


def _write(ahead: Ahead, founded: Founded, today: date) -> None:
    first = today + timedelta(days=ahead.in_days)
    written = at_clock(today - timedelta(days=max(3, 3 - ahead.in_days)), time(10, 20))
    from_clock, to_clock = ahead.clock or (None, None)
    ComingEvent.objects.using(OWNER).create(
        **_common(founded, ahead.written_by),
        audience=ahead.audience,
        kind=ahead.kind,
        title=ahead.title,
        first_day=first,
        last_day=first + timedelta(days=ahead.lasts - 1),
        from_clock=from_clock,
        to_clock=to_clock,
        repeats_yearly=ahead.repeats_yearly,
        area=founded.areas[ahead.area] if ahead.area else None,
        place_text=ahead.place,
        influence=ahead.influence,
        expected=ahead.expected,
        planned=ahead.planned,
        source=ahead.source,
        changed_at=written,
        created_at=written,
    )
