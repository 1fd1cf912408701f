"""Point 2: each authority's administrator lets colleagues in, moves them and shows them out, and sees nobody else's."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from rundbord.demo.founding import PASSWORD as DEMO_PASSWORD
from tests.journeys.people import ADMINISTRATOR as OTHER_ADMINISTRATOR
from tests.journeys.visitor import PHONE, Visits

ADMINISTRATOR = "Administrator, Ballerup"
PASSWORD = "fire-tilfaeldige-ord-her"
HEADINGS = "Navn;Brugernavn;Enhed;Rolle\n"


def _create(page: Page, name: str, sign_in_name: str, *, unit: str = "Gadeteam Ballerup") -> None:
    """Create a reporter; the page then shows the new user."""
    page.goto("/brugere/ny/")
    page.get_by_label("Navn eller funktion").fill(name)
    page.get_by_label("Brugernavn").fill(sign_in_name)
    page.get_by_label("Enhed").select_option(unit)
    page.get_by_label("Rolle").select_option("Indberetter")
    page.get_by_role("button", name="Opret bruger").click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def _open_user(page: Page, name: str) -> None:
    page.goto("/brugere/")
    page.get_by_role("link", name=name, exact=True).click()


def _link_for(page: Page) -> str:
    page.get_by_role("button", name="Lav engangslink").click()
    return page.locator(".one-time-link").inner_text()


def _choose_password(page: Page, link: str, password: str) -> None:
    page.goto(link)
    page.get_by_label("Ny adgangskode").fill(password)
    page.get_by_label("Gentag adgangskoden").fill(password)
    page.get_by_role("button", name="Gem adgangskode").click()


def _sign_in(page: Page, name: str, password: str) -> None:
    page.goto("/log-ind/")
    page.get_by_label("Brugernavn").fill(name)
    page.get_by_label("Adgangskode").fill(password)
    page.get_by_role("button", name="Log ind", exact=True).click()


def test_a_new_colleague_chooses_a_password_and_is_shown_out_at_the_next_click(visits: Visits) -> None:
    administrator, colleague = visits.user(ADMINISTRATOR), visits.stranger(PHONE)
    _create(administrator, "Gademedarbejder, aften", "gade.aften")
    link = _link_for(administrator)

    _choose_password(colleague, link, "kort")
    expect(colleague.get_by_text("Adgangskoden skal være på mindst 12 tegn.").first).to_be_visible()
    _choose_password(colleague, link, PASSWORD)
    _sign_in(colleague, "gade.aften@ballerup", PASSWORD)
    expect(colleague.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    again = visits.stranger().goto(link)
    assert again is not None
    assert again.status == 404

    administrator.get_by_role("button", name="Luk bruger").click()
    expect(administrator.get_by_text("Brugeren kan ikke logge ind.")).to_be_visible()
    colleague.get_by_role("link", name="Indberet").filter(visible=True).first.click()
    expect(colleague.get_by_role("heading", name="Log ind", level=1)).to_be_visible()
    _sign_in(colleague, "gade.aften@ballerup", PASSWORD)
    expect(colleague.get_by_text("Brugernavn eller adgangskode er forkert").first).to_be_visible()


def test_a_colleague_is_moved_and_acts_for_the_new_unit(visits: Visits) -> None:
    page = visits.user(ADMINISTRATOR)
    _create(page, "Medarbejder, flytter", "flytter")
    page.get_by_role("link", name="Flyt til anden enhed").click()

    page.get_by_label("Flyt til").select_option("Ungdomsklubber Ballerup")
    page.get_by_role("button", name="Flyt", exact=True).click()

    expect(page.get_by_role("list", name="Funktioner nu og senere")).to_contain_text("Ungdomsklubber Ballerup")
    page.goto("/brugere/?navn=Medarbejder")
    row = page.locator("tr", has_text="Medarbejder, flytter")
    expect(row).to_contain_text("Indberetter, Ungdomsklubber Ballerup")
    expect(row).not_to_contain_text("Gadeteam")


def test_a_substitute_has_the_duty_for_as_long_as_it_lasts(visits: Visits) -> None:
    page = visits.user(ADMINISTRATOR)
    _create(page, "Pædagog, vikar", "vikar", unit="Ungdomsklubber Ballerup")
    _open_user(page, "Gademedarbejder, Ballerup")
    page.get_by_role("link", name="Sæt vikar på").click()

    page.get_by_label("Vikar").select_option(label="Pædagog, vikar")
    page.get_by_role("button", name="Sæt vikar på").click()
    expect(page.get_by_text("Sidste dag").first).to_be_visible()
    page.get_by_label("Sidste dag").fill((timezone.localdate() + timedelta(days=14)).isoformat())
    page.get_by_role("button", name="Sæt vikar på").click()

    expect(page.get_by_role("listitem").filter(has_text="for Gademedarbejder, Ballerup")).to_be_visible()
    substitute = visits.stranger(PHONE)
    _choose_password(substitute, _link_for(page), PASSWORD)
    _sign_in(substitute, "vikar@ballerup", PASSWORD)
    substitute.get_by_role("button", name=re.compile("Gadeteam Ballerup")).click()
    expect(substitute.locator(".acting")).to_contain_text("Ballerup Kommune")


def test_a_guest_takes_the_invitation_on_the_start_page_and_is_sent_home(visits: Visits) -> None:
    host = visits.user(ADMINISTRATOR)
    host.goto("/brugere/gaester/")
    host.get_by_label("Gæstens hele brugernavn").fill("klub@gladsaxe")
    host.get_by_label("Enhed").select_option("Ungdomsklubber Ballerup")
    host.get_by_label("Rolle").select_option("Indberetter")
    host.get_by_role("button", name="Inviter", exact=True).click()
    invitations = host.get_by_role("list", name="Invitationer, nyeste først")
    expect(invitations).to_contain_text("klub@gladsaxe")
    expect(invitations).to_contain_text("Ikke besvaret")

    guest = visits.stranger(PHONE)
    _sign_in(guest, "klub@gladsaxe", DEMO_PASSWORD)
    card = guest.get_by_role("list", name="Invitationer til dig")
    expect(card).to_contain_text("Ballerup Kommune")
    expect(card).to_contain_text("Ungdomsklubber Ballerup")
    host.reload()
    expect(invitations).to_contain_text("Ikke besvaret")
    assert "Klubmedarbejder, Gladsaxe" not in host.locator("main").inner_text()
    card.get_by_role("button", name="Ja, tag imod").click()
    guest.get_by_role("button", name="Ballerup Kommune").click()
    expect(guest.locator(".acting")).to_contain_text("Ballerup Kommune")
    host.reload()
    row = host.locator("tr", has_text="Klubmedarbejder, Gladsaxe")
    expect(row).to_contain_text("Ungdomsklubber Ballerup")

    row.get_by_role("link", name="Afslut").click()
    host.get_by_label("Sidste dag").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    host.get_by_role("button", name="Afslut funktion").click()
    expect(row).to_have_count(0)
    guest.goto("/indberet/")
    expect(guest.get_by_role("heading", name="Log ind", level=1)).to_be_visible()


def test_a_guest_who_says_no_is_told_of_as_a_no(visits: Visits) -> None:
    host = visits.user(ADMINISTRATOR)
    host.goto("/brugere/gaester/")
    host.get_by_label("Gæstens hele brugernavn").fill("gade@gladsaxe")
    host.get_by_label("Enhed").select_option("Ungdomsklubber Ballerup")
    host.get_by_label("Rolle").select_option("Indberetter")
    host.get_by_role("button", name="Inviter", exact=True).click()

    guest = visits.stranger()
    _sign_in(guest, "gade@gladsaxe", DEMO_PASSWORD)
    guest.get_by_role("list", name="Invitationer til dig").get_by_role("button", name="Nej tak").click()
    expect(guest.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    expect(guest.get_by_role("list", name="Invitationer til dig")).to_have_count(0)

    host.reload()
    answer = host.get_by_role("list", name="Invitationer, nyeste først").get_by_role("listitem")
    answer = answer.filter(has_text="gade@gladsaxe")
    expect(answer).to_contain_text("Afslået")
    answer.get_by_role("button", name="Fjern fra listen").click()
    expect(host.get_by_text("gade@gladsaxe")).to_have_count(0)


def test_a_table_of_users_is_mended_on_the_page_and_imported_without_scripts(visits: Visits) -> None:
    page = visits.user(ADMINISTRATOR, scripts=False)
    page.goto("/brugere/indlaes/")
    page.get_by_label("Tabellen").fill(f"{HEADINGS}Klub, nord;klub.nord;Klubben;Indberetter\n")
    page.get_by_role("button", name="Se tabellen igennem").click()
    expect(page.get_by_text("Enheden »Klubben« findes ikke hos jer")).to_be_visible()

    mended = page.get_by_label("Tabellen").input_value().replace("Klubben", "Ungdomsklubber Ballerup")
    page.get_by_label("Tabellen").fill(mended)
    page.get_by_role("button", name="Se tabellen igennem").click()
    page.get_by_role("button", name="Indlæs brugerne").click()

    expect(page.get_by_role("link", name="Klub, nord")).to_be_visible()


@pytest.mark.parametrize("letters", ["utf-8-sig", "cp1252"])
def test_a_file_with_one_wrong_row_is_imported_when_it_is_right(visits: Visits, tmp_path: Path, letters: str) -> None:
    mark = letters[:3]
    right = f"Opsøgende, Måløv {mark};maaloev.{mark};Gadeteam Ballerup;Indberetter\n"
    wrong = f"Opsøgende, Skovlunde {mark};skovlunde.{mark};Gadeteam Ballerup;Borgmester\n"
    path = tmp_path / "brugere.csv"
    page = visits.user(ADMINISTRATOR)
    page.goto("/brugere/indlaes/")

    path.write_bytes((HEADINGS + right + wrong).encode(letters))
    page.get_by_label("CSV-fil").set_input_files(path)
    page.get_by_role("button", name="Se tabellen igennem").click()
    expect(page.get_by_text("1 af 2 rækker har fejl.")).to_be_visible()
    expect(page.locator("tr", has_text="Skovlunde")).to_contain_text("Rollen »Borgmester« findes ikke hos jer.")
    expect(page.get_by_role("button", name="Indlæs brugerne")).to_have_count(0)
    path.write_bytes((HEADINGS + right + wrong.replace("Borgmester", "Indberetter")).encode(letters))
    page.get_by_label("CSV-fil").set_input_files(path)
    page.get_by_role("button", name="Se tabellen igennem").click()
    page.get_by_role("button", name="Indlæs brugerne").click()

    page.goto("/brugere/?navn=Opsøgende")
    expect(page.get_by_role("link", name=f"Opsøgende, Måløv {mark}")).to_be_visible()
    expect(page.get_by_role("link", name=f"Opsøgende, Skovlunde {mark}")).to_be_visible()


def test_a_unit_has_kind_regime_and_channels_and_closes_when_it_is_empty(visits: Visits) -> None:
    page = visits.user(ADMINISTRATOR)
    page.goto("/enheder/ny/")
    page.get_by_label("Navn").fill("Exit-team Ballerup")
    page.get_by_label("Type").select_option(index=1)
    for channel in ("SSP", "KSP"):
        page.locator("label", has_text=re.compile(f"^{channel}$")).click()
    page.get_by_role("button", name="Opret enhed").click()
    row = page.locator("tr", has_text="Exit-team Ballerup")
    expect(row).to_contain_text("Databeskyttelsesforordningen")
    expect(row).to_contain_text("SSP, KSP")

    page.get_by_role("link", name="Gadeteam Ballerup").click()
    page.get_by_role("button", name="Luk enhed").click()
    expect(page.get_by_text("Enheden kan ikke lukkes")).to_be_visible()
    page.goto("/enheder/")
    page.get_by_role("link", name="Exit-team Ballerup").click()
    page.get_by_role("button", name="Luk enhed").click()

    expect(row).to_contain_text("Lukket")


def test_the_administrator_of_another_authority_sees_none_of_it(visits: Visits) -> None:
    own, other = visits.user(ADMINISTRATOR), visits.user(OTHER_ADMINISTRATOR)
    _create(own, "Usynlig for andre", "usynlig")
    own.goto("/enheder/")
    unit = str(own.get_by_role("link", name="SSP Ballerup").get_attribute("href"))
    _open_user(own, "Usynlig for andre")
    duty = str(own.get_by_role("link", name="Sæt vikar på").get_attribute("href"))

    for there in (own.url, f"{own.url}ret/", f"{own.url}funktion/", unit, duty):
        assert other.request.get(there).status == 404, there
    other.goto("/brugere/?navn=Usynlig")
    expect(other.get_by_text("Ingen brugere passer")).to_be_visible()
    for screen in ("/brugere/", "/enheder/", "/brugere/gaester/"):
        other.goto(screen)
        assert "Ballerup" not in other.locator("main").inner_text(), screen


def test_an_administrator_never_meets_content(visits: Visits) -> None:
    page = visits.user(ADMINISTRATOR)

    answers = {
        room: page.request.get(room).status
        for room in ("/indbakke/", "/haendelser/", "/situationsbillede/", "/opgaver/", "/indberet/", "/omraader/")
    }

    assert set(answers.values()) == {403}, answers
