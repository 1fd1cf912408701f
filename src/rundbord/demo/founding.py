"""Founds the demonstration's authorities, partnerships and areas, by the deploying login as an operator would."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from rundbord.access.sorting import sort_key
from rundbord.demo.people import GUEST, HOUSES, NEWCOMER, OUTSIDE_HOUSES, SECOND_HOUSES, House, Team
from rundbord.demo.places import PLACES, land_of
from rundbord.identity.models import Authority, Credential, Duty, IntroductionPass, SignInRule, Unit, User
from rundbord.identity.rules.introduction import REMIND_BEFORE, VERSION
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import (
    Agreement,
    AgreementExtension,
    Area,
    AreaAssessment,
    AreaStreet,
    ChairTerm,
    FocusPoint,
    FoldingRule,
    Partnership,
    Party,
    ReportingDuty,
)
from rundbord.partnership.rules import street_key
from rundbord.partnership.vocabulary import AreaStatus, Side
from rundbord.situation.vocabulary import Category

OWNER = "owner"
# Known to everybody: these users exist in a demonstration alone.
PASSWORD = "rundbord til demo 2026"  # noqa: S105
BEGINNING = date(2013, 6, 1)

FOCUS_POINTS = (
    ("Hurtig, fælles reaktion", "Politi og kommuner mødes samme dag efter en alvorlig hændelse."),
    ("Begræns tilgangen til bander", "Nysgerrige og nye i kanten af grupperne får et tilbud tidligt."),
    ("Tryghed i boligområderne", "Gadeteams, boligorganisationer og lokalpoliti aftaler tider og steder."),
    ("Forældrene med", "Forældrenetværk og åbne møder, når der er uro i et område."),
    ("Fritid, job og skole", "Fritidsjob og klubber er første tilbud, ikke sidste."),
)

# What police and SSP say of some areas; where both say the same, the status stands.
ASSESSMENTS = (
    ("Værebro Park", AreaStatus.WATCHED, AreaStatus.WATCHED, "Spændt omkring stisystemet i aftentimerne."),
    ("Høje Gladsaxe", AreaStatus.CALM, AreaStatus.CALM, "Roligt siden sommerferien, god kontakt til gadeteamet."),
    ("Hedeparken og Grantoften", AreaStatus.TENSE, AreaStatus.WATCHED, "To grupper følger hinanden ved Platanbuen."),
    ("Hjortespring", AreaStatus.GANG_FREE, AreaStatus.GANG_FREE, "Hverken politi eller SSP ser bandeaktivitet."),
    ("Måløv", AreaStatus.GANG_FREE, AreaStatus.GANG_FREE, "Ingen tegn på bandeaktivitet i to år."),
    ("Herlev Station", AreaStatus.WATCHED, AreaStatus.CALM, "Mange samles ved stationen fredag aften."),
)


@dataclass
class Founded:
    """What has been founded, by the names used in `people` and `places`."""

    partnership: Partnership
    second: Partnership
    authorities: dict[str, Authority] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)


def found() -> Founded:
    """Create everything but what people do day by day."""
    founded = Founded(
        partnership=_partnership("Ballerup – Gladsaxe – Herlev – Københavns Vestegns Politi", "Vestegnen"),
        second=_partnership("Fjordby – Fjordlandets Politi", "Fjordby"),
    )
    for house in (*HOUSES, *SECOND_HOUSES, *OUTSIDE_HOUSES):
        _move_in(house, founded)
    _invite_guest(founded)
    _give_passwords(founded)
    _introduce(founded)
    _seat(founded.partnership, HOUSES, founded)
    _seat(founded.second, SECOND_HOUSES, founded)
    _agree(founded)
    _draw_areas(founded)
    _assess_areas(founded)
    return founded


def _partnership(name: str, short_name: str) -> Partnership:
    return Partnership.objects.using(OWNER).create(name=name, short_name=short_name)


def _move_in(house: House, founded: Founded) -> None:
    authority = Authority.objects.using(OWNER).create(
        name=house.name,
        short_name=house.short_name,
        code=house.code,
        kind=house.kind,
        land=land_of(house.short_name),
    )
    founded.authorities[house.short_name] = authority
    for team in house.teams:
        _form(team, authority, founded)


def _form(team: Team, authority: Authority, founded: Founded) -> None:
    unit = Unit.objects.using(OWNER).create(
        authority=authority,
        name=team.name,
        kind=team.kind,
        regime=team.regime,
        channels=[channel.value for channel in team.channels],
    )
    founded.units[f"{authority.code}/{team.name}"] = unit
    for person in team.people:
        user = User.objects.using(OWNER).create(authority=authority, sign_in_name=person.sign_in_name, name=person.name)
        Duty.objects.using(OWNER).create(
            authority=authority, unit=unit, user=user, user_label=person.name, role=person.role, starts_on=BEGINNING
        )
        founded.users[f"{person.sign_in_name}@{authority.code}"] = user


def _invite_guest(founded: Founded) -> None:
    name, home, team, host = GUEST
    user = founded.users[f"{name}@{home}"]
    unit = founded.units[f"{host}/{team}"]
    Duty.objects.using(OWNER).create(
        authority_id=unit.authority_id,
        unit=unit,
        user=user,
        user_label=f"{user.name} (gæst)",
        role="coordinator",
        starts_on=BEGINNING,
    )


def _give_passwords(founded: Founded) -> None:
    hashed = make_password(PASSWORD)
    now = timezone.now()
    Credential.objects.using(OWNER).bulk_create(
        Credential(user=user, password_hash=hashed, set_at=now) for user in founded.users.values()
    )


def _introduce(founded: Founded) -> None:
    """Let everybody have passed the introduction but the newcomer, whose authority demands a second factor of all."""
    now = timezone.now()
    today = timezone.localdate()
    IntroductionPass.objects.using(OWNER).bulk_create(
        IntroductionPass(
            authority_id=user.authority_id,
            user=user,
            version=VERSION,
            passed_at=now - timedelta(days=40 + 23 * (number % 14)),
            # Some are about to end, so that an administrator sees what that looks like.
            holds_until=today + max(REMIND_BEFORE / 2, timedelta(days=325 - 23 * (number % 14))),
        )
        for number, (name, user) in enumerate(founded.users.items())
        if name != NEWCOMER
    )
    home = founded.users[NEWCOMER].authority
    SignInRule.objects.using(OWNER).create(authority=home, second_factor_for_everybody=True, changed_at=now)


def _seat(partnership: Partnership, houses: tuple[House, ...], founded: Founded) -> None:
    for house in houses:
        Party.objects.using(OWNER).create(
            partnership=partnership,
            authority=founded.authorities[house.short_name],
            kind=house.kind,
            joined_on=BEGINNING if house.kind != AuthorityKind.HOUSING else date(2021, 1, 1),
        )
        for team in house.teams:
            if team.reports:
                unit = founded.units[f"{house.code}/{team.name}"]
                ReportingDuty.objects.using(OWNER).create(
                    partnership=partnership, unit=unit, authority_id=unit.authority_id, starts_on=BEGINNING
                )


def _agree(founded: Founded) -> None:
    partnership = founded.partnership
    today = timezone.localdate()
    agreement = Agreement.objects.using(OWNER).create(
        partnership=partnership,
        title="Bandepartnerskabsaftale",
        text="Parterne vil sammen begrænse tilgangen til bander, forebygge kriminalitet blandt unge og øge trygheden.",
        signed_on=BEGINNING,
        starts_on=BEGINNING,
        ends_on=date(2016, 12, 31),
    )
    for year in (2019, 2023, today.year + 1):
        AgreementExtension.objects.using(OWNER).create(
            partnership=partnership,
            agreement=agreement,
            ends_on=date(year, 12, 31),
            decided_on=date(min(year, today.year) - 1, 11, 15),
            note="Forlænget af styregruppen.",
        )
    _hand_round_chair(founded, today)
    for position, (title, text) in enumerate(FOCUS_POINTS, start=1):
        FocusPoint.objects.using(OWNER).create(partnership=partnership, position=position, title=title, text=text)
    FoldingRule.objects.using(OWNER).create(partnership=partnership, category=Category.TRAFFIC)


def _hand_round_chair(founded: Founded, today: date) -> None:
    begin = BEGINNING
    for name, years in (("Gladsaxe", 4), ("Ballerup", 4), ("Herlev", 0)):
        end = begin.replace(year=begin.year + years) - timedelta(days=1) if years else None
        party = Party.objects.using(OWNER).get(partnership=founded.partnership, authority=founded.authorities[name])
        ChairTerm.objects.using(OWNER).create(
            partnership=founded.partnership, party=party, starts_on=begin, ends_on=end, note="Sekretariatet følger med."
        )
        begin = end + timedelta(days=1) if end else today


def _draw_areas(founded: Founded) -> None:
    for place in PLACES:
        area = Area.objects.using(OWNER).create(
            partnership=founded.partnership,
            authority=founded.authorities[place.municipality],
            name=place.name,
            sort_key=sort_key(place.name),
            kind=place.kind,
            outline=place.outline(),
            centre_lat=place.lat,
            centre_lon=place.lon,
        )
        founded.areas[place.name] = area
        AreaStreet.objects.using(OWNER).bulk_create(
            AreaStreet(partnership=founded.partnership, area=area, key=street_key(street), name=street)
            for street in place.streets
        )


def _assess_areas(founded: Founded) -> None:
    for number, (name, police, ssp, reason) in enumerate(ASSESSMENTS):
        at = timezone.now() - timedelta(days=9 + number * 5, hours=number)
        for side, status in ((Side.POLICE, police), (Side.SSP, ssp)):
            assess(founded, founded.areas[name], side, status=status, reason=reason, at=at)


def assess(founded: Founded, area: Area, side: Side, *, status: AreaStatus, reason: str, at: datetime) -> None:
    """Write what one side said of an area."""
    authority_id = founded.authorities["Vestegnens Politi"].pk if side == Side.POLICE else area.authority_id
    AreaAssessment.objects.using(OWNER).create(
        partnership=founded.partnership,
        authority_id=authority_id,
        area=area,
        side=side,
        status=status,
        reason=reason,
        assessed_at=at,
    )
