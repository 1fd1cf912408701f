"""Situations: named stories that tests begin from, as fixtures that give small typed objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.test import Client

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity import actions, queries
from rundbord.identity.models import Authority, Unit, User
from rundbord.identity.vocabulary import AuthorityKind, Proof, UnitKind
from rundbord.partnership.models import Area, Partnership
from tests.factories import rows

ClientOf = Callable[[User], Client]
ActorOf = Callable[[User], Actor]


@dataclass(frozen=True, kw_only=True)
class Vestegnen:
    """A partnership of a police district, two municipalities and a housing organisation; one municipality outside."""

    partnership: Partnership
    police: Authority
    gladsaxe: Authority
    herlev: Authority
    housing: Authority
    outside: Authority
    local_police: Unit
    gladsaxe_ssp: Unit
    gladsaxe_street: Unit
    herlev_ssp: Unit
    coordinator: User
    street_worker: User
    officer: User
    herlev_case_worker: User
    leader: User
    secretary: User
    caretaker: User
    dpo: User
    administrator: User
    outsider: User
    other_partnership: Partnership
    station: Area
    park: Area


@pytest.fixture
def vestegnen(db: None) -> Vestegnen:
    """The partnership at work, with one user for each job; written together, since thousands of tests begin here."""
    with rows.laid_down_together():
        return _vestegnen()


def _vestegnen() -> Vestegnen:
    police = rows.authority("Vestegnens Politi", AuthorityKind.POLICE, code="politi")
    gladsaxe = rows.authority("Gladsaxe Kommune", AuthorityKind.MUNICIPALITY, code="gladsaxe")
    herlev = rows.authority("Herlev Kommune", AuthorityKind.MUNICIPALITY, code="herlev")
    housing = rows.authority("Boligselskabet Eksempel", AuthorityKind.HOUSING, code="bolig")
    outside = rows.authority("Udenfor Kommune", AuthorityKind.MUNICIPALITY, code="udenfor")
    local_police = rows.unit(police, "Lokalpolitiet", UnitKind.LOCAL_POLICE)
    gladsaxe_ssp = rows.unit(gladsaxe, "SSP Gladsaxe", UnitKind.SSP)
    gladsaxe_street = rows.unit(gladsaxe, "Gadeteamet", UnitKind.STREET)
    herlev_ssp = rows.unit(herlev, "SSP Herlev", UnitKind.SSP)
    caretakers = rows.unit(housing, "Driften", UnitKind.HOUSING)
    outside_ssp = rows.unit(outside, "SSP Udenfor", UnitKind.SSP)
    ours = rows.partnership("Ballerup – Gladsaxe – Herlev", [police, gladsaxe, herlev, housing])
    return Vestegnen(
        partnership=ours,
        police=police,
        gladsaxe=gladsaxe,
        herlev=herlev,
        housing=housing,
        outside=outside,
        local_police=local_police,
        gladsaxe_ssp=gladsaxe_ssp,
        gladsaxe_street=gladsaxe_street,
        herlev_ssp=herlev_ssp,
        coordinator=rows.user(gladsaxe_ssp, Role.COORDINATOR, sign_in_name="koordinator"),
        street_worker=rows.user(gladsaxe_street, Role.REPORTER, sign_in_name="gade"),
        officer=rows.user(local_police, Role.OFFICER, sign_in_name="betjent"),
        herlev_case_worker=rows.user(herlev_ssp, Role.CASE_WORKER, sign_in_name="ssp"),
        leader=rows.user(gladsaxe_ssp, Role.LEADER, sign_in_name="leder"),
        secretary=rows.user(gladsaxe_ssp, Role.SECRETARY, sign_in_name="sekretaer"),
        caretaker=rows.user(caretakers, Role.PARTNER, sign_in_name="drift"),
        dpo=rows.user(gladsaxe_ssp, Role.DPO, sign_in_name="dpo"),
        administrator=rows.user(gladsaxe_ssp, Role.ADMINISTRATOR, sign_in_name="admin"),
        outsider=rows.user(outside_ssp, Role.COORDINATOR, sign_in_name="udenfor"),
        other_partnership=rows.partnership("Et andet partnerskab", [outside]),
        station=rows.area(ours, "Stationen", gladsaxe),
        park=rows.area(ours, "Parken", herlev, west=12.45),
    )


@pytest.fixture
def actor_of(db: None) -> ActorOf:
    """Make the actor that a user becomes by signing in with a second factor, in the first seat."""

    def make(user: User) -> Actor:
        with speaking_as(AUTH):
            token = actions.begin_session(_at_the_door(user), proof=Proof.PASSKEY).token
        sign_in = queries.sign_in_of(token)
        assert sign_in is not None
        return queries.actor_of(sign_in)

    return make


@pytest.fixture
def client_of(db: None) -> ClientOf:
    """Give a browser in which the user is signed in with a second factor, in the first seat."""

    def make(user: User) -> Client:
        with speaking_as(AUTH):
            token = actions.begin_session(_at_the_door(user), proof=Proof.PASSKEY).token
        client = Client()
        client.cookies[settings.SIGN_IN_COOKIE] = token
        return client

    return make


def _at_the_door(user: User) -> User:
    return User.objects.select_related("authority").get(pk=user.pk)
