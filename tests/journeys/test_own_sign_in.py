"""An authority connects its own sign-in, a real provider: who comes in, who does not, once more, and out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import real_provider
from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import ADMINISTRATOR
from tests.journeys.pictures import keep_picture
from tests.journeys.real_provider import CONSULTANT, LEVELS, STRANGER, RealProvider, serving
from tests.journeys.visitor import PHONE, Visits, faults

HOME = "/brugere/log-ind/"


@pytest.fixture
def provider(address: str, behind_the_scenes: Rows, tmp_path: Path) -> Iterator[RealProvider]:
    """Gladsaxe's provider; afterwards everything is as it was."""
    with serving(address, "gladsaxe", tmp_path / "provider.log") as real:
        yield real
    behind_the_scenes.forget_providers()


def _connect(page: Page, provider: RealProvider) -> None:
    page.goto(HOME)
    page.get_by_role("link", name="Kobl jeres log ind til").click()
    expect(page.get_by_label("Adressen på jeres log ind")).to_be_visible()
    assert faults(page) == []
    keep_picture(page, "connect")
    page.get_by_label("Adressen på jeres log ind").fill(provider.issuer)
    page.get_by_label("Rundbords navn hos jer").fill("rundbord")
    page.get_by_label("Felt med brugerens faste id").fill("sub")
    page.get_by_label("Felt med sikringsniveau").fill("acr")
    page.get_by_label("Sådan skriver I Betydelig").fill(LEVELS["betydelig"])
    page.get_by_label("Sådan skriver I Høj").fill(LEVELS["hoej"])
    page.get_by_label("Felt med rettigheder").fill("roles")
    page.get_by_label("Lad brugerne logge ind").check()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("heading", name="Myndighedens log ind")).to_be_visible()


def _means(page: Page, value: str, role: str) -> None:
    page.goto(f"{HOME}rettigheder/ny/")
    page.get_by_label("Rettigheden").fill(value)
    page.get_by_label("Enhed").select_option("SSP Gladsaxe")
    page.get_by_label("Rolle").select_option(role)
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("rowheader", name=value)).to_be_visible()


def _goes_there(page: Page, who: str, level: str) -> None:
    """Take the way by the sign-in page, and choose oneself at the provider."""
    page.goto("/log-ind/")
    page.get_by_role("link", name="Gladsaxe Kommune").click()
    _is(page, who, level)


def _is(page: Page, who: str, level: str) -> None:
    expect(page.get_by_role("heading", name="Kommunens log ind")).to_be_visible()
    page.get_by_role("button", name=f"{who}, {level}").click()


def test_an_authoritys_own_sign_in(visits: Visits, provider: RealProvider, behind_the_scenes: Rows) -> None:
    administrator = visits.user(ADMINISTRATOR)
    _connect(administrator, provider)
    _means(administrator, "ssp", "SSP-konsulent")
    _means(administrator, "rundbord-admin", "Administrator")

    # With two factors there, a new employee is in at once, and sees what the right gives.
    consultant = visits.stranger(PHONE)
    consultant.goto("/log-ind/")
    assert faults(consultant) == []
    keep_picture(consultant, "sign-in")
    _goes_there(consultant, CONSULTANT, "betydelig")
    expect(consultant.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    consultant.goto("/min-konto/")
    expect(consultant.get_by_text("Adgangskode og andet trin styres der")).to_be_visible()
    assert faults(consultant) == []

    # With one factor, the same employee is not; nor is who has no right here.
    weak = visits.stranger()
    _goes_there(weak, CONSULTANT, "lav")
    expect(weak.get_by_role("heading", name="Du er ikke logget ind")).to_be_visible()
    expect(weak.get_by_text("på niveauet Lav")).to_be_visible()
    assert faults(weak) == []
    keep_picture(weak, "refused")
    stranger = visits.stranger()
    _goes_there(stranger, STRANGER, "hoej")
    expect(stranger.get_by_text("ikke givet dig en rolle")).to_be_visible()

    administrator.goto(HOME)
    expect(administrator.get_by_role("link", name=CONSULTANT)).to_be_visible()
    assert faults(administrator) == []
    keep_picture(administrator, "provider")
    administrator.get_by_role("link", name=CONSULTANT).click()
    assert faults(administrator) == []
    keep_picture(administrator, "user")


def test_once_more_at_the_provider_before_what_protects_accounts(
    visits: Visits, provider: RealProvider, behind_the_scenes: Rows
) -> None:
    first = visits.user(ADMINISTRATOR)
    _connect(first, provider)
    _means(first, "rundbord-admin", "Administrator")
    administrator = visits.stranger()
    _goes_there(administrator, real_provider.ADMINISTRATOR, "betydelig")
    expect(administrator.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    behind_the_scenes.let_proofs_grow_old()

    administrator.goto(f"{HOME}ret/")
    expect(administrator.get_by_role("heading", name="Bekræft, at det er dig")).to_be_visible()
    assert faults(administrator) == []
    keep_picture(administrator, "prove")
    administrator.get_by_role("link", name="Bekræft gennem din myndighed").click()
    _is(administrator, real_provider.ADMINISTRATOR, "lav")
    expect(administrator.get_by_role("heading", name="Du er ikke bekræftet")).to_be_visible()

    administrator.get_by_role("link", name="Prøv igen").click()
    _is(administrator, real_provider.ADMINISTRATOR, "hoej")
    expect(administrator.get_by_role("heading", name="Kobl jeres log ind til")).to_be_visible()


def test_who_signs_out_at_the_provider_is_signed_out_here(visits: Visits, provider: RealProvider) -> None:
    first = visits.user(ADMINISTRATOR)
    _connect(first, provider)
    _means(first, "ssp", "SSP-konsulent")
    consultant = visits.stranger()
    _goes_there(consultant, CONSULTANT, "betydelig")
    expect(consultant.get_by_role("heading", name="I dag", level=1)).to_be_visible()

    there = consultant.context.new_page()
    there.goto(f"{provider.issuer}/session/end")
    there.get_by_role("button", name="Log ud").click()
    expect(there.get_by_role("heading", name="Du er logget ud hos kommunen")).to_be_visible()

    consultant.goto("/min-konto/")
    expect(consultant.get_by_role("heading", name="Log ind", level=1)).to_be_visible()


def test_who_signs_out_here_is_led_to_sign_out_there_too(visits: Visits, provider: RealProvider) -> None:
    first = visits.user(ADMINISTRATOR)
    _connect(first, provider)
    _means(first, "ssp", "SSP-konsulent")
    consultant = visits.stranger()
    _goes_there(consultant, CONSULTANT, "betydelig")
    consultant.locator(".menu > summary").click()
    consultant.get_by_role("button", name="Log ud").click()
    expect(consultant.get_by_text("Du er logget ud af Rundbord")).to_be_visible()
    assert faults(consultant) == []
    keep_picture(consultant, "signed-out")

    consultant.get_by_role("link", name="Log ud hos Gladsaxe Kommune").click()
    consultant.get_by_role("button", name="Log ud").click()

    expect(consultant.get_by_role("heading", name="Log ind", level=1)).to_be_visible()
