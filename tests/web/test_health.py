"""The health address: it answers to the installation's own name, and says nothing but that it is well."""

from __future__ import annotations

import time

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.situations import ClientOf, Vestegnen


@pytest.fixture
def _behind_https(settings: Settings) -> None:
    """The hosts of an installation behind https, as settings make them."""
    settings.ALLOWED_HOSTS = ["rundbord.example.dk"]


@pytest.mark.usefixtures("_behind_https")
@pytest.mark.parametrize(("host", "status"), [("rundbord.example.dk", 200), ("127.0.0.1:8000", 400)])
def test_it_answers_to_the_public_name_alone(client: Client, host: str, status: int) -> None:
    assert client.get("/helbred/", headers={"host": host}).status_code == status


def test_it_says_nothing_but_that_it_is_well(client: Client) -> None:
    assert client.get("/helbred/").content == b"ok"


@pytest.mark.parametrize("seconds", [-300, 300])
def test_a_server_whose_clock_went_wrong_is_not_well(
    seconds: float, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr("rundbord.web.screens.health.time.time", lambda: now + seconds)

    answer = client.get("/helbred/")

    assert (answer.status_code, answer.content) == (503, b"ur")


def test_a_clock_that_went_back_shows_nobody_anything_and_says_why(
    vestegnen: Vestegnen, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(vestegnen.coordinator)
    client.raise_request_exception = False
    now = time.time()
    monkeypatch.setattr("rundbord.access.signed_context.time.time", lambda: now - 300)

    answer = client.get("/indbakke/")

    assert answer.status_code == 503
    assert "kan ikke nå sine oplysninger lige nu" in answer.content.decode()
