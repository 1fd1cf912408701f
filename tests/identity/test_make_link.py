"""One-time links: shown once, for 24 hours, and the old password holds until one is used."""

from __future__ import annotations

import re
from datetime import timedelta

import psycopg
import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.identity import actions, queries
from rundbord.identity.actions.sign_in import find_user
from rundbord.identity.models import Credential, OneTimeLink
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

OLD, NEW = "gammel-adgangskode-her", "ny-adgangskode-med-ord"


@pytest.fixture
def link(vestegnen: Vestegnen, client_of: ClientOf) -> str:
    """The path of a link that an administrator made for the coordinator, who has a password."""
    with as_owner():
        Credential.objects.create(user=vestegnen.coordinator, password_hash=make_password(OLD), set_at=timezone.now())
    page = client_of(vestegnen.administrator).post(f"/brugere/{vestegnen.coordinator.pk}/engangslink/")
    found = re.search(r"http://testserver(/adgangskode/[\w-]+/)", page.content.decode())
    assert found
    return found.group(1)


def _choose(client: Client, link: str, password: str = NEW) -> int:
    return client.post(link, {"password": password, "password_again": password}).status_code


def _signs_in(client: Client, password: str) -> bool:
    return client.post("/log-ind/", {"name": "koordinator@gladsaxe", "password": password}).status_code == 302


def test_the_old_password_holds_until_the_link_is_used(client: Client, link: str) -> None:
    before = _signs_in(client, OLD)

    _choose(client, link)

    assert before
    assert _signs_in(client, NEW)
    assert not _signs_in(client, OLD)


def test_another_password_ends_sessions_that_are_open_or_about_to_begin(
    client: Client, link: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    elsewhere = client_of(vestegnen.coordinator)
    with speaking_as(AUTH):
        about_to_begin = find_user("koordinator@gladsaxe")
    assert about_to_begin is not None

    _choose(client, link)
    with speaking_as(AUTH):
        begun = actions.begin_session(about_to_begin)

    assert elsewhere.get("/").status_code == 302
    assert queries.sign_in_of(begun.token) is None
    assert _signs_in(client, NEW)
    assert client.get("/").status_code == 200


def test_a_link_works_once(client: Client, link: str) -> None:
    first = _choose(client, link)
    second = _choose(client, link, "en-helt-tredje-kode")

    assert (first, second) == (302, 404)


def test_a_link_lasts_a_day(client: Client, link: str) -> None:
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1)):
        assert client.get(link).status_code == 404


def test_the_link_is_not_shown_again(vestegnen: Vestegnen, client_of: ClientOf, link: str) -> None:
    page = client_of(vestegnen.administrator).get(f"/brugere/{vestegnen.coordinator.pk}/").content.decode()

    assert "/adgangskode/" not in page


def test_the_application_cannot_read_links_back(vestegnen: Vestegnen, actor_of: ActorOf, link: str) -> None:
    with (
        acting_for(actor_of(vestegnen.administrator)),
        pytest.raises(DatabaseError) as refused,
        transaction.atomic(),
    ):
        list(OneTimeLink.objects.all())

    assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege)


def test_only_the_hash_of_a_link_is_kept(link: str) -> None:
    token = link.split("/")[2]

    with as_owner():
        kept = bytes(OneTimeLink.objects.get().token_hash)
    assert token.encode() not in kept
    assert len(kept) == 32
