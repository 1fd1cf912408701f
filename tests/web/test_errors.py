"""When something fails on our side, the page says so in Danish and gives back what was typed."""

from __future__ import annotations

import errno
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from rundbord.keys.core.trouble import StoreUnusable
from rundbord.situation import actions
from tests.factories.situations import ClientOf, Vestegnen

WORDS = "Knuste flasker ved nedgangen, og lygten er slukket."
REPORT = {
    "text": WORDS,
    "category": "uro",
    "place_text": "Stationen",
    "csrfmiddlewaretoken": "gammel",
    "code": "123 456 789",
}


@pytest.fixture
def visitor(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """A coordinator whose browser shows failures as it would any page."""
    client = client_of(vestegnen.coordinator)
    client.raise_request_exception = False
    return client


def _let_fail(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_args: Any, **_options: Any) -> None:
        raise error

    monkeypatch.setattr(actions, "report_observation", fail)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("away"),
        InterfaceError("closed"),
        OSError(errno.ENOSPC, "No space left on device"),
        StoreUnusable("away"),
    ],
)
def test_a_database_that_is_away_is_called_so_and_words_come_back_to_be_sent_again(
    error: Exception, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_fail(monkeypatch, error)

    answer = visitor.post("/indberet/", REPORT)

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "kan ikke nå sine oplysninger lige nu" in page
    assert page.count(WORDS) == 2
    assert '<input type="hidden" name="csrfmiddlewaretoken" value="gammel">' in page
    assert "123 456" not in page
    assert "away" not in page


def test_a_fault_of_ours_gives_words_back_too(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_fail(monkeypatch, RuntimeError("hemmelig"))

    answer = visitor.post("/indberet/", REPORT)

    assert answer.status_code == 500
    assert WORDS in answer.content.decode()
    assert "hemmelig" not in answer.content.decode()


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://andre.example"}, {"Sec-Fetch-Site": "cross-site"}], ids=["origin", "fetch site"]
)
def test_what_another_site_sent_is_repeated_to_nobody(
    headers: dict[str, str], visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_fail(monkeypatch, OperationalError("away"))

    answer = visitor.post("/indberet/", REPORT, headers=headers)

    assert WORDS not in answer.content.decode()


def test_nothing_that_a_stranger_sends_is_repeated(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False

    def fail(*_args: Any, **_options: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", fail)

    answer = client.post("/log-ind/", {"name": "et langt navn der er skrevet", "password": "grøn cykel under broen"})

    assert answer.status_code == 503
    assert "grøn cykel" not in answer.content.decode()
    assert "et langt navn" not in answer.content.decode()
