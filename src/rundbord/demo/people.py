"""Authorities, units and users of the demonstration; users are named by their job, nobody by a name."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.access.roles import Role
from rundbord.identity.vocabulary import AuthorityKind, Channel, Regime, UnitKind


@dataclass(frozen=True, kw_only=True)
class Person:
    """One user: sign-in name before the @, what they are called, and their role."""

    sign_in_name: str
    name: str
    role: Role


@dataclass(frozen=True, kw_only=True)
class Team:
    """One unit with its users; `reports` says whether it owes a report each day."""

    name: str
    kind: UnitKind
    people: tuple[Person, ...]
    channels: tuple[Channel, ...] = ()
    regime: Regime = Regime.GDPR
    reports: bool = False


@dataclass(frozen=True, kw_only=True)
class House:
    """One authority with its units."""

    name: str
    short_name: str
    code: str
    kind: AuthorityKind
    teams: tuple[Team, ...]


def _municipality(name: str, code: str, teams: tuple[Team, ...]) -> House:
    administration = Team(
        name="Sekretariat",
        kind=UnitKind.SECRETARIAT,
        people=(
            Person(sign_in_name="leder", name=f"Ungechef, {name}", role=Role.LEADER),
            Person(sign_in_name="registratur", name=f"Registratur, {name}", role=Role.REGISTRAR),
            Person(sign_in_name="dpo", name=f"Databeskyttelsesrådgiver, {name}", role=Role.DPO),
            Person(sign_in_name="admin", name=f"Administrator, {name}", role=Role.ADMINISTRATOR),
        ),
    )
    return House(
        name=f"{name} Kommune",
        short_name=name,
        code=code,
        kind=AuthorityKind.MUNICIPALITY,
        teams=(*teams, administration),
    )


def _ssp(name: str, *people: Person) -> Team:
    return Team(
        name=f"SSP {name}",
        kind=UnitKind.SSP,
        channels=(Channel.SSP,),
        reports=True,
        people=(Person(sign_in_name="ssp", name=f"SSP-konsulent, {name}", role=Role.CASE_WORKER), *people),
    )


def _street(name: str) -> Team:
    worker = Person(sign_in_name="gade", name=f"Gademedarbejder, {name}", role=Role.REPORTER)
    return Team(name=f"Gadeteam {name}", kind=UnitKind.STREET, channels=(Channel.SSP,), reports=True, people=(worker,))


def _club(name: str) -> Team:
    pedagogue = Person(sign_in_name="klub", name=f"Klubmedarbejder, {name}", role=Role.REPORTER)
    return Team(name=f"Ungdomsklubber {name}", kind=UnitKind.CLUB, channels=(Channel.SSP,), people=(pedagogue,))


def _school(name: str) -> Team:
    head = Person(sign_in_name="skole", name="Skoleleder, Gladsaxe", role=Role.REPORTER)
    return Team(name=name, kind=UnitKind.SCHOOL, channels=(Channel.SSP,), people=(head,))


COORDINATOR = Person(sign_in_name="koordinator", name="Koordinator, SSP Gladsaxe", role=Role.COORDINATOR)

HOUSES = (
    House(
        name="Københavns Vestegns Politi",
        short_name="Vestegnens Politi",
        code="vestegnen",
        kind=AuthorityKind.POLICE,
        teams=(
            Team(
                name="Forebyggende afdeling",
                kind=UnitKind.PREVENTION,
                channels=(Channel.SSP, Channel.PSP, Channel.KSP),
                regime=Regime.LAW_ENFORCEMENT,
                reports=True,
                people=(
                    Person(sign_in_name="betjent", name="Forebyggelsesbetjent", role=Role.OFFICER),
                    Person(sign_in_name="politikoordinator", name="Koordinator, politiet", role=Role.COORDINATOR),
                    Person(sign_in_name="leder", name="Leder, forebyggende afdeling", role=Role.LEADER),
                    Person(sign_in_name="exit", name="Exit-koordinator, politiet", role=Role.EXIT_COORDINATOR),
                ),
            ),
            Team(
                name="Lokalpoliti Gladsaxe og Herlev",
                kind=UnitKind.LOCAL_POLICE,
                regime=Regime.LAW_ENFORCEMENT,
                reports=True,
                people=(Person(sign_in_name="lokal", name="Lokalbetjent, Gladsaxe og Herlev", role=Role.OFFICER),),
            ),
            Team(
                name="Politiets sekretariat",
                kind=UnitKind.ADMINISTRATION,
                regime=Regime.LAW_ENFORCEMENT,
                people=(
                    Person(sign_in_name="registratur", name="Registratur, politiet", role=Role.REGISTRAR),
                    Person(sign_in_name="dpo", name="Databeskyttelsesrådgiver, politiet", role=Role.DPO),
                    Person(sign_in_name="admin", name="Administrator, politiet", role=Role.ADMINISTRATOR),
                ),
            ),
        ),
    ),
    _municipality(
        "Gladsaxe",
        "gladsaxe",
        (
            _ssp(
                "Gladsaxe",
                COORDINATOR,
                Person(sign_in_name="taskforce", name="Taskforce, Gladsaxe", role=Role.TASK_FORCE),
                Person(sign_in_name="sspleder", name="Leder, SSP Gladsaxe", role=Role.LEADER),
                Person(sign_in_name="exit", name="Exit-koordinator, Gladsaxe", role=Role.EXIT_COORDINATOR),
            ),
            _street("Gladsaxe"),
            _club("Gladsaxe"),
            _school("Søparkens Skole"),
        ),
    ),
    _municipality(
        "Herlev",
        "herlev",
        (
            _ssp(
                "Herlev",
                Person(sign_in_name="koordinator", name="Koordinator, SSP Herlev", role=Role.COORDINATOR),
                Person(sign_in_name="sekretaer", name="Partnerskabssekretær", role=Role.SECRETARY),
                Person(sign_in_name="ny", name="Ny medarbejder, SSP Herlev", role=Role.CASE_WORKER),
            ),
            _street("Herlev"),
        ),
    ),
    _municipality("Ballerup", "ballerup", (_ssp("Ballerup"), _street("Ballerup"), _club("Ballerup"))),
    House(
        name="Boligselskabet Vestbo",
        short_name="Vestbo",
        code="vestbo",
        kind=AuthorityKind.HOUSING,
        teams=(
            Team(
                name="Boligsocial helhedsplan",
                kind=UnitKind.HOUSING,
                people=(Person(sign_in_name="vicevaert", name="Boligsocial medarbejder, Vestbo", role=Role.PARTNER),),
            ),
        ),
    ),
)

SECOND_HOUSES = (
    House(
        name="Fjordlandets Politi",
        short_name="Fjordlandets Politi",
        code="fjordland",
        kind=AuthorityKind.POLICE,
        teams=(
            Team(
                name="Lokalpoliti Fjordby",
                kind=UnitKind.LOCAL_POLICE,
                regime=Regime.LAW_ENFORCEMENT,
                people=(Person(sign_in_name="betjent", name="Lokalbetjent, Fjordby", role=Role.OFFICER),),
            ),
        ),
    ),
    _municipality(
        "Fjordby",
        "fjordby",
        (_ssp("Fjordby", Person(sign_in_name="koordinator", name="Koordinator, Fjordby", role=Role.COORDINATOR)),),
    ),
)

OUTSIDE_HOUSES = (_municipality("Sundstrup", "sundstrup", (_ssp("Sundstrup"),)),)

# Who has neither passed the introduction nor set up a second factor yet, in an authority that demands one.
NEWCOMER = "ny@herlev"

# Somebody who works for two authorities, one at a time.
GUEST = ("koordinator", "gladsaxe", "SSP Herlev", "herlev")
