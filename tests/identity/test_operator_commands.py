"""What an operator does in production: an authority with its first administrator, and a partnership of some."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connections
from django.test import Client

from rundbord.identity.models import Authority, User
from rundbord.partnership.models import Party
from tests.database import as_owner
from tests.factories.situations import Vestegnen

PASSWORD = "fire-tilfaeldige-ord-her"


@pytest.fixture(autouse=True)
def _deploying_login(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the alias of the deploying login lead to the tests' shared connection, in the owner's role."""
    monkeypatch.setitem(settings.DATABASES, "owner", settings.DATABASES["default"])
    connections["owner"] = connections["default"]
    with as_owner():
        yield
    del connections["owner"]


def _create_authority(**changes: str) -> str:
    out = io.StringIO()
    wanted = {
        "name": "Sundstrup Kommune",
        "short_name": "Sundstrup",
        "code": "sundstrup",
        "kind": "municipality",
        "administrator": "Administrator, Sundstrup",
    } | changes
    call_command("create_authority", **wanted, stdout=out)
    return out.getvalue()


def _create_partnership(*codes: str) -> None:
    parties = [word for code in codes for word in ("--party", code)]
    names = ["--name", "Udenfor – Vestegnens Politi", "--short-name", "Udenfor"]
    call_command("create_partnership", *names, *parties, "--from", "2026-01-01", stdout=io.StringIO())


def test_the_first_administrator_signs_in_by_the_printed_link(vestegnen: Vestegnen, client: Client) -> None:
    told = _create_authority()

    link = re.search(r"/adgangskode/[\w-]+/", told)
    assert link
    client.post(link.group(), {"password": PASSWORD, "password_again": PASSWORD})
    client.post("/log-ind/", {"name": "admin@sundstrup", "password": PASSWORD})
    text = client.get("/brugere/").content.decode()
    assert "Administrator, Sundstrup" in text
    assert "Gladsaxe" not in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"code": "gladsaxe"}, "already"),
        ({"code": "Store Bogstaver"}, "small letters"),
        ({"sign_in_name": "!"}, "Brugernavnet"),
    ],
)
def test_a_wrong_authority_leaves_nothing(vestegnen: Vestegnen, changes: dict[str, str], words: str) -> None:
    before = Authority.objects.using("owner").count()

    with pytest.raises(CommandError, match=words):
        _create_authority(**changes)

    assert Authority.objects.using("owner").count() == before
    assert not User.objects.using("owner").filter(name="Administrator, Sundstrup").exists()


def test_a_partnership_has_its_parties_from_a_day(vestegnen: Vestegnen) -> None:
    _create_partnership("udenfor", "politi")

    parties = Party.objects.using("owner").filter(partnership__short_name="Udenfor")
    assert {party.kind for party in parties} == {"police", "municipality"}


@pytest.mark.parametrize(
    ("codes", "words"), [(["udenfor"], "police"), (["politi"], "municipality"), (["politi", "ukendt"], "ukendt")]
)
def test_a_partnership_needs_police_and_municipality(vestegnen: Vestegnen, codes: list[str], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        _create_partnership(*codes)


def test_the_operator_lets_a_last_administrator_in_and_nobody_else(vestegnen: Vestegnen) -> None:
    out = io.StringIO()

    call_command("make_administrator_link", user="admin@gladsaxe", stdout=out)

    assert "/adgangskode/" in out.getvalue()
    with pytest.raises(CommandError, match="no administrator"):
        call_command("make_administrator_link", user="koordinator@gladsaxe")
