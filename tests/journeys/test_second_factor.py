"""A second factor at sign-in, a lost device, and the introduction before anything about persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pyotp
import pytest
from playwright.sync_api import Page, expect

from rundbord.demo.founding import PASSWORD
from rundbord.identity.rules.introduction import PAGES, SITUATIONS
from tests.journeys.behind_the_scenes import Rows
from tests.journeys.visitor import DESK, PHONE, Visits, overflows, violations

# A device inside the browser that checks its user by itself, as a telephone does with a finger.
_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
NEWCOMER = "Ny medarbejder, SSP Herlev"


@pytest.fixture
def _no_factors(behind_the_scenes: Rows) -> Iterator[None]:
    """Let everybody be as they were, whatever this journey sets up."""
    yield
    behind_the_scenes.forget_second_factors()


def _with_device(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": _DEVICE})


def _by_name(address: str) -> str:
    """Name this machine: browsers keep no passkeys for a number."""
    return f"http://localhost:{urlsplit(address).port}"


def _gives_password(page: Page, name: str) -> None:
    page.get_by_label("Brugernavn").fill(name)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()


def _sign_out(page: Page) -> None:
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("heading", name="Log ind", level=1)).to_be_visible()


def _at_home(page: Page) -> None:
    expect(page.get_by_role("heading", name="I dag", level=1)).to_be_visible()


def _is_sound(page: Page) -> None:
    assert violations(page) == []
    assert not overflows(page)


@pytest.mark.usefixtures("_no_factors")
def test_a_passkey_is_added_and_asked_for_at_the_next_sign_in(visits: Visits, address: str) -> None:
    page = visits.stranger(DESK)
    _with_device(page)
    here = _by_name(address)
    page.goto(f"{here}/log-ind/")
    _gives_password(page, "gade@gladsaxe")
    _at_home(page)
    page.locator(".menu > summary").click()
    page.get_by_role("link", name="Min konto").click()
    _is_sound(page)
    page.get_by_role("link", name="Tilføj adgangsnøgle").click()
    page.get_by_label("Hvad skal den hedde?").fill("Arbejdscomputer")
    _is_sound(page)
    page.get_by_role("button", name="Lav adgangsnøgle").click()
    expect(page.get_by_role("heading", name="Gem dine nødkoder", level=1)).to_be_visible()
    expect(page.locator(".recovery-codes code")).to_have_count(10)
    _is_sound(page)
    page.get_by_role("link", name="Jeg har gemt dem").click()
    _sign_out(page)

    _gives_password(page, "gade@gladsaxe")
    expect(page.get_by_role("heading", name="Bekræft, at det er dig", level=1)).to_be_visible()
    _is_sound(page)
    page.goto(f"{here}/opgaver/")
    expect(page.get_by_role("heading", name="Bekræft, at det er dig", level=1)).to_be_visible()
    page.get_by_role("button", name="Brug adgangsnøgle").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("opgaver", re.IGNORECASE))
    page.goto(f"{here}/min-konto/")
    expect(page.get_by_text("Arbejdscomputer")).to_be_visible()
    expect(page.get_by_text(re.compile("sidst brugt"))).to_be_visible()


@pytest.mark.usefixtures("_no_factors")
def test_a_code_app_works_without_scripts_on_a_phone(visits: Visits, behind_the_scenes: Rows) -> None:
    page = visits.stranger(PHONE, scripts=False)
    page.goto("/log-ind/")
    _gives_password(page, "klub@gladsaxe")
    page.goto("/min-konto/adgangsnoegler/")
    expect(page.get_by_text("Adgangsnøgler kræver JavaScript")).to_be_visible()
    page.get_by_role("link", name="Brug en kodeapp i stedet").click()
    expect(page.get_by_role("img", name=re.compile("QR-kode"))).to_be_visible()
    secret = page.locator("code.one-time-link").inner_text().replace(" ", "")
    page.get_by_label("Koden, som appen viser").fill("000000")
    page.get_by_role("button", name="Tilføj kodeapp").click()
    expect(page.get_by_text("Koden passer ikke").first).to_be_visible()
    assert page.locator("code.one-time-link").inner_text().replace(" ", "") == secret
    page.get_by_label("Koden, som appen viser").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Tilføj kodeapp").click()
    expect(page.get_by_role("heading", name="Gem dine nødkoder", level=1)).to_be_visible()
    page.get_by_role("link", name="Jeg har gemt dem").click()
    _sign_out(page)

    _gives_password(page, "klub@gladsaxe")
    page.get_by_label(re.compile("Kode fra din kodeapp")).fill(_next_code(secret))
    page.get_by_role("button", name="Bekræft").click()

    _at_home(page)


@pytest.mark.usefixtures("_no_factors")
def test_whoever_lost_the_device_begins_anew_by_the_administrators_link(visits: Visits) -> None:
    loser = visits.stranger()
    loser.goto("/log-ind/")
    _gives_password(loser, "gade@gladsaxe")
    _add_code_app(loser)
    _sign_out(loser)
    _gives_password(loser, "gade@gladsaxe")
    expect(loser.get_by_text("Har du mistet din enhed")).to_be_visible()
    administrator = visits.user("Administrator, Gladsaxe")
    administrator.goto("/brugere/?navn=gademedarbejder")
    administrator.get_by_role("link", name="Gademedarbejder, Gladsaxe").click()
    administrator.get_by_role("button", name="Lav link til nyt andet trin").click()
    link = administrator.locator("code.one-time-link").inner_text()
    assert violations(administrator) == []

    loser.goto(urlsplit(link).path)
    loser.get_by_label("Adgangskode").fill(PASSWORD)
    loser.get_by_role("button", name="Begynd forfra").click()
    _gives_password(loser, "gade@gladsaxe")

    expect(loser.get_by_role("heading", name="Sæt et andet trin op", level=1)).to_be_visible()
    loser.goto("/")
    _at_home(loser)


@pytest.mark.usefixtures("_no_factors")
def test_the_newcomer_sets_up_a_second_factor_and_passes_the_introduction_at_the_second_try(visits: Visits) -> None:
    page = visits.user(NEWCOMER, PHONE)
    expect(page.get_by_role("heading", name="Sæt et andet trin op", level=1)).to_be_visible()
    _is_sound(page)
    page.goto("/indberet/")
    expect(page.get_by_role("heading", name="Sæt et andet trin op", level=1)).to_be_visible()
    _add_code_app(page)
    page.goto("/introduktion/")
    expect(page.get_by_text("Ikke bestået endnu")).to_be_visible()
    page.get_by_role("link", name="Begynd").click()
    for number, each in enumerate(PAGES, start=1):
        expect(page.get_by_role("heading", name=each.heading, level=1)).to_be_visible()
        _is_sound(page)
        last = number == len(PAGES)
        page.get_by_role("link", name="Gå til situationerne" if last else "Næste side").click()

    for situation in SITUATIONS:
        page.get_by_text(situation.answers[0].text, exact=True).click()
    page.get_by_role("button", name="Send svar").click()
    expect(page.get_by_text(re.compile("af 8 er rigtige"))).to_be_visible()
    _is_sound(page)
    for situation in SITUATIONS:
        page.get_by_text(situation.right.text, exact=True).click()
    page.get_by_role("button", name="Send svar").click()

    expect(page.get_by_text("Du har bestået")).to_be_visible()


def _add_code_app(page: Page) -> str:
    page.goto("/min-konto/kodeapp/")
    _is_sound(page)
    secret = page.locator("code.one-time-link").inner_text().replace(" ", "")
    page.get_by_label("Koden, som appen viser").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Tilføj kodeapp").click()
    page.get_by_role("link", name="Jeg har gemt dem").click()
    return secret


def _next_code(secret: str) -> str:
    """The code after this one: a clock may be half a minute ahead, and this one is used up."""
    return pyotp.TOTP(secret).at(datetime.now(UTC) + timedelta(seconds=30))
