"""Zones that the police have decided, numbers of bans, and what lies ahead: all of it invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from rundbord.demo.founding import OWNER, Founded
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.zones.models import BanCount, ComingEvent, Zone, ZoneArea, ZoneDecision
from rundbord.zones.rules.small_numbers import months_until, told_number
from rundbord.zones.vocabulary import EventKind, Influence, Step, ZoneKind

_NOON = time(12, 0)
_TITLE = "Politidirektøren"


@dataclass(frozen=True, kw_only=True)
class Link:
    """One decision: until which day, counted from today, why, and what had happened since the one before."""

    until: int
    reasons: str
    happened: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One zone with its chain; it begins so many days ago at noon."""

    kind: ZoneKind
    name: str
    borders: str
    areas: tuple[str, ...]
    begun_ago: int
    chain: tuple[Link, ...]
    ring: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """One coming event; days count from today."""

    kind: EventKind
    title: str
    in_days: int
    expected: str
    influence: Influence
    planned: str = ""
    source: str = ""
    area: str = ""
    place: str = ""
    clock: tuple[time, time] | None = None
    lasts: int = 1
    audience: Audience = Audience.PARTIES
    written_by: str = "gladsaxe"
    repeats_yearly: bool = field(default=False)


ZONES = (
    Decided(
        kind=ZoneKind.SEARCH,
        name="Visitationszone ved Hedeparken og Grantoften",
        borders="Hedeparken\nPlatanbuen\nGrantoften\nStierne mellem Platanbuen og Grantoften",
        areas=("Hedeparken og Grantoften",),
        begun_ago=26,
        chain=(
            Link(
                until=-12,
                reasons="To grupper er mødtes ved Platanbuen, og der er set knive. Zonen skal forebygge nye sammenstød.",
            ),
            Link(
                until=2,
                reasons="Spændingen er ikke faldet, og der er fortsat risiko for sammenstød om aftenen.",
                happened="To episoder om aftenen. Der er fundet knive i en busk ved legepladsen. Roligt de sidste fire dage.",
            ),
        ),
        ring=((12.3664, 55.7345), (12.3815, 55.7352), (12.3822, 55.7418), (12.3690, 55.7424)),
    ),
    Decided(
        kind=ZoneKind.NIGHTLIFE,
        name="Nattelivszone i Ballerup Centrum",
        borders="Centrumgaden\nBanegårdspladsen\nLinde Allé",
        areas=("Ballerup Centrum",),
        begun_ago=200,
        chain=(
            Link(
                until=520,
                reasons="Mange beværtninger tæt på hinanden og vold i nattelivet i weekenden.",
                link="https://politi.example/nattelivszoner/ballerup-centrum",
            ),
        ),
        ring=((12.3560, 55.7285), (12.3650, 55.7282), (12.3655, 55.7325), (12.3562, 55.7328)),
    ),
    Decided(
        kind=ZoneKind.PENALTY,
        name="Skærpet strafzone ved Værebro Park",
        borders="Værebrovej\nVærebro Park\nEllemosevej",
        areas=("Værebro Park",),
        begun_ago=120,
        chain=(
            Link(
                until=-60,
                reasons="Ekstraordinært mange brande og trusler, som gør beboerne utrygge.",
                link="https://politi.example/strafzoner/vaerebro-park",
            ),
            Link(
                until=-30,
                reasons="Færre hændelser, men fortsat åbenlyse trusler mod dem, der færdes på stierne.",
                happened="Fire brande i første periode mod elleve i måneden før.",
                link="https://politi.example/strafzoner/vaerebro-park-2",
            ),
        ),
    ),
)

BANS = (("Søborg Hovedgade", (6, 7, 5)), ("Herlev Station", (2, 3, 0)))

EVENTS = (
    Ahead(
        kind=EventKind.MATCH,
        title="Lokalopgør i fodbold",
        in_days=2,
        clock=(time(18, 0), time(20, 0)),
        area="Herlev Bymidte",
        place="Stadion",
        influence=Influence.SOME,
        expected="Mange på vej gennem Herlev Station før og efter kampen.",
        planned="Gadeteamet er ved stationen kl. 17–21.",
        source="Kampprogrammet",
        written_by="herlev",
        audience=Audience.PARTNERS,
    ),
    Ahead(
        kind=EventKind.TRIAL,
        title="Retsmøde i sag om vold mellem to grupper",
        in_days=4,
        clock=(time(9, 30), time(15, 0)),
        place="Retten i Glostrup",
        influence=Influence.GREAT,
        expected="Begge grupper ventes at møde op. Risiko for uro på vejen hjem.",
        planned="Synlig patrulje ved retten og ved stationen i Ballerup.",
        source="Retslisten",
        written_by="vestegnen",
    ),
    Ahead(
        kind=EventKind.ARRANGEMENT,
        title="Byfest på Søborg Hovedgade",
        in_days=9,
        lasts=2,
        clock=(time(10, 0), time(22, 0)),
        area="Søborg Hovedgade",
        influence=Influence.SOME,
        expected="Mange unge i gaden om aftenen.",
        planned="Klubberne holder længe åbent, og vagtselskabet kommer kl. 20.",
        source="Kommunens arrangementskalender",
        audience=Audience.PARTNERS,
    ),
    Ahead(
        kind=EventKind.ANNIVERSARY,
        title="Årsdag for skyderiet ved Platanbuen",
        in_days=6,
        area="Hedeparken og Grantoften",
        influence=Influence.GREAT,
        expected="Mange ventes at samles om aftenen.",
        planned="Gadeteam og lokalpoliti går runden sammen.",
        written_by="ballerup",
        repeats_yearly=True,
    ),
    Ahead(
        kind=EventKind.RELEASE,
        title="Løsladelse med mulig betydning for konflikten",
        in_days=12,
        area="Høje Gladsaxe",
        influence=Influence.SOME,
        expected="Kan ændre stemningen i området de første uger.",
        planned="Drøftes på morgenmødet dagen før.",
        written_by="vestegnen",
        audience=Audience.POLICE,
    ),
    Ahead(
        kind=EventKind.SCHOOL_START,
        title="Skolerne holder fri",
        in_days=40,
        lasts=7,
        influence=Influence.SOME,
        expected="Flere unge ude om dagen.",
        planned="Ferieklub i alle tre kommuner.",
        source="Skolernes ferieplan",
        audience=Audience.PARTNERS,
    ),
    Ahead(
        kind=EventKind.MATCH,
        title="Pokalkamp på stadion",
        in_days=-9,
        area="Herlev Bymidte",
        influence=Influence.NONE,
        expected="Gik roligt ved sidste møde.",
        written_by="herlev",
    ),
)


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
    ZoneDecision.objects.using(OWNER).create(
        partnership_id=zone.partnership_id,
        authority_id=zone.authority_id,
        audience=zone.audience,
        zone=zone,
        number=number,
        step=Step.ESTABLISHED if number == 1 else Step.PROLONGED,
        starts_at=begun,
        ends_at=ends_at,
        reasons=link.reasons,
        happened=link.happened,
        decided_by=_TITLE,
        decided_on=timezone.localdate(decided_at),
        link=link.link,
        registered_at=decided_at,
    )
    return ends_at


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
