"""Signing in: by password, throttled; sessions that end; one authority at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from rundbord.identity.models import Credential, Draft, Duty, SignIn, User
from tests.database import as_owner
from tests.factories.situations import ClientOf, Vestegnen

PASSWORD = "fire-tilfaeldige-ord-her"


@pytest.fixture
def coordinator(vestegnen: Vestegnen) -> User:
    """The coordinator, with a password."""
    with as_owner():
        Credential.objects.create(
            user=vestegnen.coordinator, password_hash=make_password(PASSWORD), set_at=timezone.now()
        )
    return vestegnen.coordinator


def _sign_in(client: Client, password: str = PASSWORD, where: str = "/") -> int:
    fields = {"name": "koordinator@gladsaxe", "password": password, "videre": where}
    return client.post("/log-ind/", fields).status_code


def test_the_right_password_leads_to_where_the_user_was(client: Client, coordinator: User) -> None:
    response = client.post("/log-ind/", {"name": "Koordinator@Gladsaxe", "password": PASSWORD, "videre": "/opgaver/"})

    assert response.status_code == 302
    assert response["Location"] == "/opgaver/"
    assert response.cookies[settings.SIGN_IN_COOKIE]["httponly"]


def test_it_never_leads_to_another_site(client: Client, coordinator: User) -> None:
    response = client.post(
        "/log-ind/",
        {"name": "koordinator@gladsaxe", "password": PASSWORD, "videre": "https://eksempel.invalid/"},
    )

    assert response["Location"] == "/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client: Client, coordinator: User) -> None:
    wrong = client.post("/log-ind/", {"name": "koordinator@gladsaxe", "password": "forkert"})
    unknown = client.post("/log-ind/", {"name": "findes.ikke@gladsaxe", "password": "forkert"})

    sentence = "Brugernavn eller adgangskode er forkert"
    assert sentence in wrong.content.decode()
    assert sentence in unknown.content.decode()


def test_the_sixth_try_in_a_quarter_must_wait(client: Client, coordinator: User) -> None:
    for _ in range(5):
        _sign_in(client, "forkert")

    response = client.post("/log-ind/", {"name": "koordinator@gladsaxe", "password": PASSWORD})

    assert "for mange forsøg" in response.content.decode()


def test_an_idle_session_ends_and_what_was_sent_becomes_a_draft(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    with as_owner():
        SignIn.objects.update(seen_at=timezone.now() - timedelta(minutes=16))

    response = client.post("/indberet/", {"text": "Uro ved stationen kl. 22"})

    assert response.status_code == 302
    assert response["Location"].startswith("/log-ind/?videre=")
    with as_owner():
        draft = Draft.objects.get()
    assert draft.user_id == vestegnen.coordinator.pk
    assert draft.address == "/indberet/"
    assert draft.fields["text"] == ["Uro ved stationen kl. 22"]


def test_a_session_older_than_nine_hours_ends(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    with as_owner():
        SignIn.objects.update(started_at=timezone.now() - timedelta(hours=9, minutes=1))

    assert client.get("/").status_code == 302


def test_a_duty_that_ends_ends_its_open_session(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    with as_owner():
        Duty.objects.filter(user=vestegnen.coordinator).update(ends_on=timezone.localdate() - timedelta(days=1))

    assert client.get("/").status_code == 302


def test_the_one_click_offer_does_not_exist_outside_the_demonstration(client: Client, vestegnen: Vestegnen) -> None:
    page = client.get("/log-ind/").content.decode()
    response = client.post("/log-ind/demo/", {"user": str(vestegnen.coordinator.pk)})

    assert "Demonstration" not in page
    assert response.status_code == 404
