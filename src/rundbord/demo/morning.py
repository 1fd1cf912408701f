"""This morning's inbox: what the units sent since the last picture, waiting for triage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from rundbord.demo.founding import OWNER, Founded
from rundbord.demo.places import PLACES, Place
from rundbord.identity.models import Unit
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Report
from rundbord.situation.vocabulary import (
    Basis,
    Category,
    GroupSize,
    Mood,
    Nature,
    PointPrecision,
    SourceKind,
    TimePrecision,
)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One report of the night; `hours_ago` counts back from now."""

    team: str
    sender: str
    place: str
    street: str
    heading: str
    text: str
    hours_ago: float
    source: SourceKind
    nature: Nature = Nature.OBSERVATION
    category: Category = Category.UNREST
    basis: Basis | None = Basis.SEEN
    group: GroupSize | None = None
    mood: Mood | None = None
    audience: Audience = Audience.PARTIES
    is_urgent: bool = False
    lasted: float = 0


_GLADSAXE_STREET = ("gladsaxe/Gadeteam Gladsaxe", "gade@gladsaxe")
_HERLEV_STREET = ("herlev/Gadeteam Herlev", "gade@herlev")
_BALLERUP_STREET = ("ballerup/Gadeteam Ballerup", "gade@ballerup")
_POLICE = ("vestegnen/Lokalpoliti Gladsaxe og Herlev", "lokal@vestegnen")
_CLUB = ("gladsaxe/Ungdomsklubber Gladsaxe", "klub@gladsaxe")
_HOUSING = ("vestbo/Boligsocial helhedsplan", "vicevaert@vestbo")


def _sent(by: tuple[str, str], **more: object) -> Sent:
    return Sent(team=by[0], sender=by[1], **more)  # type: ignore[arg-type]


def _from_police(**more: object) -> Sent:
    return _sent(_POLICE, nature=Nature.INCIDENT, source=SourceKind.POLICE, basis=None, **more)


def _from_street(by: tuple[str, str], **more: object) -> Sent:
    return _sent(by, source=SourceKind.STREET, **more)


NIGHT = (
    _from_street(
        _BALLERUP_STREET,
        place="Hedeparken og Grantoften",
        street="Platanbuen",
        heading="To grupper over for hinanden ved Platanbuen",
        text="To grupper står over for hinanden ved Platanbuen. Stemningen er truende, og flere kommer til. Vi bliver i nærheden.",
        hours_ago=1.2,
        group=GroupSize.CROWD,
        mood=Mood.HOSTILE,
        is_urgent=True,
    ),
    _from_police(
        place="Hedeparken og Grantoften",
        street="Platanbuen",
        heading="Anmeldelse om uro ved Platanbuen",
        text="Flere beboere anmelder råb og kast med flasker. Patruljen skilte grupperne ad. Ingen kom til skade.",
        hours_ago=1.0,
    ),
    _from_street(
        _GLADSAXE_STREET,
        place="Værebro Park",
        street="Værebrovej",
        heading="Knallerter og lattergas på stisystemet",
        text="Knallerter kørte frem og tilbage på stierne. Mange tomme patroner ved legepladsen. Vi fik ryddet op sammen med de unge.",
        hours_ago=9.5,
        lasted=1.5,
        group=GroupSize.SOME,
        mood=Mood.UNEASY,
    ),
    _sent(
        _HOUSING,
        source=SourceKind.HOUSING,
        place="Værebro Park",
        street="Værebrovej",
        heading="Støj og affald ved legepladsen",
        text="Beboere klager over støj fra knallerter og over patroner på legepladsen. Driften rydder op fra morgenstunden.",
        hours_ago=8.9,
        audience=Audience.PARTNERS,
    ),
    _from_police(
        place="Søborg Hovedgade",
        street="Søborg Hovedgade",
        heading="Røveri mod ung ved Søborg Hovedgade",
        text="En ung blev truet til at aflevere telefon og jakke ved busstoppestedet. Gerningspersonerne løb mod Søborg Torv.",
        category=Category.ROBBERY,
        hours_ago=11.4,
    ),
    _sent(
        _CLUB,
        source=SourceKind.SCHOOL_OR_CLUB,
        place="Høje Gladsaxe",
        street="Høje Gladsaxe Torv",
        heading="Rygte om opgør i weekenden",
        text="Flere i klubben fortæller om et aftalt opgør i weekenden. Ingen kender tid og sted. Vi holder åbent lørdag aften.",
        hours_ago=13.0,
        basis=Basis.RUMOUR,
        group=GroupSize.NONE,
        mood=Mood.TENSE,
    ),
    _from_street(
        _HERLEV_STREET,
        place="Herlev Station",
        street="Stationsalleen",
        heading="Mange samlet ved stationen",
        text="Omkring stationen var der mange samlet efter fodboldkampen. God tone. De fleste tog bussen ved midnat.",
        hours_ago=10.2,
        lasted=2,
        group=GroupSize.CROWD,
        mood=Mood.CALM,
    ),
    _from_police(
        place="Herlev Bymidte",
        street="Herlev Hovedgade",
        heading="Indbrud i kiosk ved Herlev Hovedgade",
        text="Ruden i kioskens dør er knust, og vapes og cigaretter er stjålet. Alarmen gik med det samme.",
        category=Category.BURGLARY,
        hours_ago=5.6,
    ),
    _from_police(
        place="Ballerup Centrum",
        street="Linde Allé",
        heading="Færdselsuheld i krydset ved Linde Allé",
        text="Sammenstød mellem en bil og en cykel. Cyklisten blev kørt til tjek. Krydset var spærret i en halv time.",
        category=Category.TRAFFIC,
        hours_ago=14.5,
    ),
    _from_police(
        place="Buddinge Centrum",
        street="Buddinge Hovedgade",
        heading="Hastighedskontrol på Buddinge Hovedgade",
        text="Kontrol i to timer. Tolv bilister fik bøde.",
        category=Category.TRAFFIC,
        hours_ago=12.1,
        lasted=2,
    ),
    _from_street(
        _BALLERUP_STREET,
        place="Skovlunde Torv",
        street="Skovlunde Torv",
        heading="Stille aften på torvet",
        text="Få på gaden. Snak om fritidsjob i den nye butik. To vil med til åbent hus i klubben.",
        hours_ago=11.8,
        group=GroupSize.FEW,
        mood=Mood.CALM,
    ),
    _from_police(
        place="Egebjerg",
        street="Egebjerg Bygade",
        heading="Hærværk mod skole ved Egebjerg Bygade",
        text="Fire ruder er knust i den ende, der vender mod boldbanerne. Skaden er sket i løbet af natten.",
        category=Category.VANDALISM,
        hours_ago=6.8,
        lasted=5,
    ),
)

# These have nothing to report; the rest of those who must report are missing.
NOTHING = (("herlev/SSP Herlev", "ssp@herlev"), ("ballerup/SSP Ballerup", "ssp@ballerup"))


def receive_inbox(founded: Founded) -> None:
    """Write the night's reports as their senders' own."""
    now = timezone.now().replace(second=0, microsecond=0)
    reports = [_report(sent, founded, now) for sent in NIGHT]
    reports += [_nil_return(founded, team, sender, now) for team, sender in NOTHING]
    Report.objects.using(OWNER).bulk_create(reports)


def _report(sent: Sent, founded: Founded, now: datetime) -> Report:
    place = next(each for each in PLACES if each.name == sent.place)
    starts_at = now - timedelta(hours=sent.hours_ago + sent.lasted)
    ends_at = now - timedelta(hours=sent.hours_ago) if sent.lasted else None
    arrived_at = now - timedelta(hours=sent.hours_ago * 0.8)
    return Report(
        **_sender(founded, sent.team, sent.sender),
        **_where(sent, place, founded),
        audience=sent.audience,
        nature=sent.nature,
        source_kind=sent.source,
        basis=sent.basis or "",
        category=sent.category,
        heading=sent.heading,
        text=sent.text,
        group_size=sent.group or "",
        mood=sent.mood or "",
        starts_at=starts_at,
        ends_at=ends_at,
        starts_precision=TimePrecision.MINUTE,
        ends_precision=TimePrecision.MINUTE if ends_at else "",
        is_urgent=sent.is_urgent,
        created_at=arrived_at,
        changed_at=arrived_at,
    )


def _where(sent: Sent, place: Place, founded: Founded) -> dict[str, object]:
    return {
        "area": founded.areas[sent.place],
        "place_text": sent.street,
        "town": place.municipality,
        "lat": place.lat,
        "lon": place.lon,
        "point_precision": PointPrecision.STREET,
    }


def _nil_return(founded: Founded, team: str, sender: str, now: datetime) -> Report:
    arrived_at = now - timedelta(hours=1)
    return Report(
        **_sender(founded, team, sender),
        audience=Audience.PARTIES,
        nature=Nature.NOTHING,
        waits=False,
        source_kind=SourceKind.MUNICIPALITY,
        created_at=arrived_at,
        changed_at=arrived_at,
    )


def _sender(founded: Founded, team: str, sender: str) -> dict[str, object]:
    unit: Unit = founded.units[team]
    return {
        "partnership": founded.partnership,
        "authority_id": unit.authority_id,
        "unit": unit,
        "reporter_id": founded.users[sender].pk,
    }
