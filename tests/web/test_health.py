"""The health address: it answers to the installation's own name, and says nothing but that it is well."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings


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
