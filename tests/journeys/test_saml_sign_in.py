"""An authority connects its own sign-in by OIOSAML, a real provider at another site: in, not in, once more, and out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import real_saml_provider
from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import ADMINISTRATOR
from tests.journeys.pictures import keep_picture
from tests.journeys.real_saml_provider import CONSULTANT, CVR, RealSamlProvider, serving_saml
from tests.journeys.visitor import Visits, faults

HOME = "/brugere/log-ind/"


@pytest.fixture
def provider(address: str, behind_the_scenes: Rows, tmp_path: Path) -> Iterator[RealSamlProvider]:
    """Gladsaxe's provider; afterwards everything is as it was."""
    with serving_saml(address, "gladsaxe", tmp_path / "provider.log") as real:
        yield real
    behind_the_scenes.forget_providers()


def _connect(page: Page, provider: RealSamlProvider) -> None:
    page.goto(HOME)
    page.get_by_role("link", name="Med OIOSAML").click()
    expect(page.get_by_label("Metadata fra jeres log ind")).to_be_visible()
    assert faults(page) == []
    keep_picture(page, "saml-connect")
    page.get_by_label("Metadata fra jeres log ind").fill(provider.metadata)
    page.get_by_label("Jeres CVR-nummer").fill(CVR)
    page.get_by_label("Lad brugerne logge ind").check()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("heading", name="Certifikater")).to_be_visible()


def _means(page: Page, value: str, role: str) -> None:
    page.goto(f"{HOME}rettigheder/ny/")
    page.get_by_label("Rettigheden").fill(value)
    page.get_by_label("Enhed").select_option("SSP Gladsaxe")
    page.get_by_label("Rolle").select_option(role)
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("rowheader", name=value)).to_be_visible()


def _goes_there(page: Page, who: str, level: str) -> None:
    page.goto("/log-ind/")
    page.get_by_role("link", name="Gladsaxe Kommune").click()
    _is(page, who, level)


def _is(page: Page, who: str, level: str) -> None:
    expect(page.get_by_role("heading", name="Kommunens log ind")).to_be_visible()
    page.get_by_role("button", name=f"{who}, {level}").click()


def test_an_authoritys_own_sign_in_by_oiosaml(visits: Visits, provider: RealSamlProvider) -> None:
    administrator = visits.user(ADMINISTRATOR)
    _connect(administrator, provider)
    _means(administrator, "urn:rundbord:ssp", "SSP-konsulent")

    consultant = visits.stranger()
    _goes_there(consultant, CONSULTANT, "betydelig")
    expect(consultant.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    consultant.goto("/min-konto/")
    expect(consultant.get_by_text("Adgangskode og andet trin styres der")).to_be_visible()

    weak = visits.stranger()
    _goes_there(weak, CONSULTANT, "lav")
    expect(weak.get_by_text("på niveauet Lav")).to_be_visible()
    assert faults(weak) == []

    administrator.goto(HOME)
    expect(administrator.get_by_role("link", name=CONSULTANT)).to_be_visible()
    assert faults(administrator) == []
    keep_picture(administrator, "saml-provider")

    # Out here, and led to be out there; the provider sends the browser back to sign in.
    consultant.locator(".menu > summary").click()
    consultant.get_by_role("button", name="Log ud").click()
    consultant.get_by_role("link", name="Log ud hos Gladsaxe Kommune").click()
    expect(consultant.get_by_role("heading", name="Log ind", level=1)).to_be_visible()


def test_once_more_at_the_saml_provider_and_out_again_from_there(
    visits: Visits, provider: RealSamlProvider, behind_the_scenes: Rows
) -> None:
    first = visits.user(ADMINISTRATOR)
    _connect(first, provider)
    _means(first, "urn:rundbord:admin", "Administrator")
    administrator = visits.stranger()
    _goes_there(administrator, real_saml_provider.ADMINISTRATOR, "betydelig")
    expect(administrator.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    behind_the_scenes.let_proofs_grow_old()

    administrator.goto(f"{HOME}oiosaml/")
    administrator.get_by_role("link", name="Bekræft gennem din myndighed").click()
    expect(administrator.get_by_text("Log ind på ny")).to_be_visible()
    _is(administrator, real_saml_provider.ADMINISTRATOR, "lav")
    expect(administrator.get_by_role("heading", name="Du er ikke bekræftet")).to_be_visible()
    administrator.get_by_role("link", name="Prøv igen").click()
    _is(administrator, real_saml_provider.ADMINISTRATOR, "hoej")
    expect(administrator.get_by_role("heading", name="Kobl jeres log ind til med OIOSAML")).to_be_visible()

    # A page that stands open elsewhere goes by itself, within the five seconds in which it asks for news.
    administrator.goto("/")
    expect(administrator.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    there = administrator.context.new_page()
    there.goto(f"{provider.host}/farvel")
    expect(there.get_by_role("heading", name="Du er logget ud hos kommunen")).to_be_visible()
    expect(administrator.get_by_role("heading", name="Log ind", level=1)).to_be_visible(timeout=7_000)
