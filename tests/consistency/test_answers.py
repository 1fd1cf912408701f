"""What every answer carries, whoever asks and whatever for: headers, cookies, methods, and calm errors."""

from __future__ import annotations

import logging
import re
import runpy
from typing import Any

import pytest
from django.conf import settings
from django.db.models import F
from django.http import HttpResponse
from django.test import Client

from rundbord.audit import Event
from rundbord.config.environment import ROOT
from rundbord.identity.models import User
from tests.database import as_owner
from tests.factories.situations import ClientOf, Vestegnen
from tests.logs import all_words, entries_of

PAGES = ("/", "/log-ind/", "/indberet/", "/hjaelp/log/", "/findes-ikke/", "/helbred/")
STYLE = "/static/ui/foundation.css"
SECRET = "en-hemmelighed-i-en-fejl-2030405060"


@pytest.fixture
def coordinator(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


@pytest.fixture
def behind_https(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The settings as they are where the address begins with https."""
    monkeypatch.setenv("RUNDBORD_ORIGIN", "https://rundbord.example.dk")
    return runpy.run_path(str(ROOT / "src" / "rundbord" / "config" / "settings.py"))


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_forbids_framing_sniffing_and_foreign_use(address: str, coordinator: Client) -> None:
    headers = coordinator.get(address).headers
    policy = headers["Content-Security-Policy"]

    for directive in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"):
        assert directive in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_static_file_carries_the_policy_too(client: Client) -> None:
    answer = client.get(STYLE)

    assert answer.status_code == 200
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"].startswith("text/css")
    answer.close()


def test_no_two_answers_share_a_nonce(coordinator: Client) -> None:
    policies = [coordinator.get("/").headers["Content-Security-Policy"] for _ in range(3)]
    nonces = {nonce for policy in policies for nonce in re.findall(r"'nonce-([^']+)'", policy)}

    assert len(nonces) == 3
    assert all(len(nonce) >= 22 for nonce in nonces)


@pytest.mark.parametrize("address", PAGES)
def test_no_answer_lets_another_origin_read_it(address: str, coordinator: Client) -> None:
    answer = coordinator.get(address, headers={"Origin": "https://andetsteds.invalid"})

    assert not [name for name in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_tells_its_type_and_letters(address: str, coordinator: Client) -> None:
    kind = coordinator.get(address).headers["Content-Type"]

    assert kind == "text/html; charset=utf-8" or kind.startswith(("application/json", "text/plain; charset="))


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "NOGET"])
@pytest.mark.parametrize("address", ["/", "/indberet/", "/log-ind/"])
def test_methods_that_nobody_declared_are_refused(method: str, address: str, coordinator: Client) -> None:
    answer = coordinator.generic(method, address)

    assert answer.status_code == 405
    assert SECRET not in answer.content.decode()


def test_a_form_from_elsewhere_is_refused(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[settings.SIGN_IN_COOKIE] = client_of(vestegnen.coordinator).cookies[settings.SIGN_IN_COOKIE].value

    assert strict.post("/min-konto/sessioner/afslut/").status_code == 403
    assert strict.post("/log-ud/", headers={"Origin": "https://andetsteds.invalid"}).status_code == 403
    assert strict.get("/").status_code == 200


def test_a_field_in_the_address_is_no_field_of_a_form(client: Client, vestegnen: Vestegnen) -> None:
    answer = client.post("/log-ind/?name=koordinator@gladsaxe&password=noget", {})

    assert answer.status_code == 200
    assert entries_of(Event.SIGN_IN_FAILED, user=vestegnen.coordinator) == []


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: Client, vestegnen: Vestegnen) -> None:
    cookies = client.get("/log-ind/").cookies

    assert settings.CSRF_COOKIE_NAME in cookies
    assert all(each["httponly"] and each["samesite"] == "Lax" for each in cookies.values())


def test_no_cookie_is_too_long_for_a_browser(client: Client, coordinator: Client) -> None:
    kept = [*client.get("/log-ind/").cookies.values(), *coordinator.get("/").cookies.values()]

    assert all(len(each.key) + len(each.value) < 1024 for each in kept)


def test_behind_https_cookies_are_for_this_host_alone(behind_https: dict[str, Any]) -> None:
    names = [behind_https[name] for name in ("SIGN_IN_COOKIE", "CSRF_COOKIE_NAME", "PROVIDER_COOKIE")]

    assert all(name.startswith("__Host-") for name in names)
    assert behind_https["CSRF_COOKIE_SECURE"]
    assert behind_https["SIGN_IN_COOKIE_SECURE"]


def test_behind_https_it_is_demanded_for_two_years(
    behind_https: dict[str, Any], settings: Any, vestegnen: Vestegnen
) -> None:
    for name in ("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD"):
        setattr(settings, name, behind_https[name])

    header = Client().get("/log-ind/", secure=True).headers["Strict-Transport-Security"]

    assert header == "max-age=63072000; includeSubDomains; preload"


@pytest.mark.parametrize("path", ["/.git/config", "/.env", "/static/../manage.py", "/static/%2e%2e/pyproject.toml"])
def test_no_file_of_the_repository_is_served(path: str, client: Client, vestegnen: Vestegnen) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.content.decode()


@pytest.mark.parametrize("path", ["/static/", "/static/ui/"])
def test_no_folder_is_listed(path: str, client: Client, vestegnen: Vestegnen) -> None:
    assert client.get(path).status_code == 404


def test_every_page_offers_to_sign_out(coordinator: Client) -> None:
    for address in ("/", "/indberet/", "/min-konto/"):
        assert 'action="/log-ud/"' in coordinator.get(address).content.decode(), address


def test_signing_out_clears_the_browser(coordinator: Client) -> None:
    answer = coordinator.post("/log-ud/")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert answer.cookies[settings.SIGN_IN_COOKIE].value == ""


def test_whoever_is_thrown_out_leaves_nothing_in_the_browser(coordinator: Client) -> None:
    page = coordinator.get("/indberet/").content.decode()
    with as_owner():
        User.objects.update(session_epoch=F("session_epoch") + 1)
    answer = coordinator.get("/indberet/")
    asked = coordinator.get("/forbindelse/", headers={"X-Background": "1"})

    # The page asks by itself whether its session is there, and leaves the screen when it is not (live.js).
    assert 'data-live-url="/forbindelse/"' in page
    assert asked.status_code == 401
    assert answer.headers["Location"].startswith("/log-ind/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in Client().get("/indberet/").headers


def test_a_session_that_was_signed_out_opens_nothing(coordinator: Client) -> None:
    token = coordinator.cookies[settings.SIGN_IN_COOKIE].value
    coordinator.post("/log-ud/")
    kept = Client()
    kept.cookies[settings.SIGN_IN_COOKIE] = token

    assert kept.get("/").headers["Location"].startswith("/log-ind/")


def test_sign_in_in_vain_and_not_stand_in_the_log(client: Client, vestegnen: Vestegnen) -> None:
    client.post("/log-ind/", {"name": "koordinator@gladsaxe", "password": SECRET})

    assert len(entries_of(Event.SIGN_IN_FAILED, user=vestegnen.coordinator)) == 1
    assert SECRET not in all_words()


def test_what_tries_to_get_round_a_control_stands_in_the_stream(
    coordinator: Client, caplog: pytest.LogCaptureFixture
) -> None:
    forged = Client(enforce_csrf_checks=True)
    forged.cookies = coordinator.cookies
    with caplog.at_level(logging.WARNING, logger="rundbord.web"):
        assert forged.post("/indberet/", {"text": SECRET}).status_code == 403
        assert coordinator.get("/", headers={"host": "andetsteds.invalid"}).status_code == 400
        coordinator.get("/", {"sted": "a\x00b"})
    told = [each for each in caplog.messages if "turned away" in each]

    assert [
        word for word in ("form check", "DisallowedHost", "unseen signs") if not any(word in each for each in told)
    ] == []
    assert not any(SECRET in each for each in told)


def test_a_refused_act_stands_in_the_log(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    answer = client_of(vestegnen.coordinator).get("/brugere/")

    assert answer.status_code == 403
    assert len(entries_of(Event.REFUSED, user=vestegnen.coordinator)) == 1


def test_an_unexpected_error_tells_nothing_and_is_logged(
    vestegnen: Vestegnen, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_told: object, **_named: object) -> HttpResponse:
        raise RuntimeError(SECRET)

    client = client_of(vestegnen.coordinator)
    client.raise_request_exception = False
    monkeypatch.setattr("rundbord.privacy.screens.log.log_page", fails)
    officer = client_of(vestegnen.dpo)
    officer.raise_request_exception = False

    with caplog.at_level(logging.ERROR, logger="django.request"):
        answer = officer.get("/log/")

    assert answer.status_code == 500
    assert SECRET not in answer.content.decode()
    assert "Noget gik galt hos os" in answer.content.decode()
    assert "Traceback" not in answer.content.decode()
    assert "RuntimeError" in caplog.text
