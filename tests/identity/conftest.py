"""Signing in step by step: these tests begin at the password, and say themselves which permission reaches persons."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity import actions, queries
from rundbord.identity.models import IntroductionPass, User
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.identity.providers import means, set_provider, set_saml_provider
from tests.identity.saml_provider import SamlStandIn, lay_our_key
from tests.identity.stand_in_provider import StandIn


@pytest.fixture(autouse=True)
def _nothing_reaches_persons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask no role for a second factor until a test says so."""
    monkeypatch.setattr("rundbord.access.assurance.PERSON_ACCESS", frozenset())


@pytest.fixture
def vestegnen(vestegnen: Vestegnen) -> Vestegnen:
    """The partnership before anybody has passed the introduction."""
    with as_owner():
        IntroductionPass.objects.all().delete()
    return vestegnen


@pytest.fixture
def provider(vestegnen: Vestegnen, actor_of: ActorOf, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Gladsaxe's own provider: three rights that mean something, and one employee at it."""
    monkeypatch.setattr(settings, "PROVIDER_HOSTS", ("login.gladsaxe.example",))
    stand_in = StandIn().of(roles=["rundbord-ssp"])
    for module in ("published", "signing_in"):
        monkeypatch.setattr(f"rundbord.identity.providers.{module}.ask", stand_in.ask)
    by = actor_of(vestegnen.administrator)
    set_provider(by)
    means("rundbord-ssp", vestegnen.gladsaxe_ssp, Role.CASE_WORKER, by=by)
    means("rundbord-gade", vestegnen.gladsaxe_street, Role.REPORTER, by=by)
    means("rundbord-admin", vestegnen.gladsaxe_ssp, Role.ADMINISTRATOR, by=by)
    return stand_in


def _token_of(user: User) -> str:
    with speaking_as(AUTH):
        return actions.begin_session(User.objects.select_related("authority").get(pk=user.pk)).token


@pytest.fixture
def actor_of(db: None) -> ActorOf:
    """Make the actor that a user becomes by the password alone."""

    def make(user: User) -> Actor:
        sign_in = queries.sign_in_of(_token_of(user))
        assert sign_in is not None
        return queries.actor_of(sign_in)

    return make


@pytest.fixture
def client_of(db: None) -> ClientOf:
    """Give a browser in which the user is signed in by the password alone."""

    def make(user: User) -> Client:
        client = Client()
        client.cookies[settings.SIGN_IN_COOKIE] = _token_of(user)
        return client

    return make


@pytest.fixture
def saml(vestegnen: Vestegnen, actor_of: ActorOf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SamlStandIn:
    """Gladsaxe's own provider, where it speaks OIOSAML: the same three rights."""
    monkeypatch.setattr(settings, "PROVIDER_HOSTS", ("login.gladsaxe.example",))
    monkeypatch.setattr(settings, "PROVIDER_SECRETS", tmp_path)
    lay_our_key(tmp_path)
    stand_in = SamlStandIn()
    by = actor_of(vestegnen.administrator)
    set_saml_provider(by, stand_in.metadata())
    means("urn:rundbord:ssp", vestegnen.gladsaxe_ssp, Role.CASE_WORKER, by=by)
    means("urn:rundbord:gade", vestegnen.gladsaxe_street, Role.REPORTER, by=by)
    means("urn:rundbord:admin", vestegnen.gladsaxe_ssp, Role.ADMINISTRATOR, by=by)
    return stand_in
