"""A shooting in the night: told from a phone, seen, decided and warned of; in the morning told in the picture."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.people import CARETAKER, COORDINATOR, HERLEV_CONSULTANT, LEADER, OFFICER, SCHOOL
from tests.journeys.steps import open_conflict, paper, publish
from tests.journeys.visitor import PHONE, Visits, overflows, violations

EVENT = "Skud hørt ved højhusene"
CONFLICT = "Skud i nat mellem to grupper"
WARNING = "Hold børnene inde i frikvarteret"
STEP = "Gå runden ved højhusene, til skolen åbner"
DECISION = "Tal med klubberne i Herlev om i aften"


def test_from_a_shooting_in_the_night_to_the_mornings_picture_and_its_tasks(visits: Visits) -> None:
    officer, coordinator = visits.user(OFFICER, PHONE), visits.user(COORDINATOR)
    herlev, leader = visits.user(HERLEV_CONSULTANT, PHONE), visits.user(LEADER)
    address = _tell_at_once(officer)
    for page in (coordinator, herlev):
        _see(page)
    _decide_within_the_hour(coordinator)
    _call(officer, address, "Gadeteam Gladsaxe")
    _warn_the_school(officer, address, visits.user(SCHOOL, PHONE))
    open_conflict(officer, CONFLICT)

    number = publish(coordinator)

    for page in (coordinator, herlev):
        page.goto(f"/situationsbillede/{number}/")
        _expect_all_told(page)
    printed = paper(coordinator, number)
    assert all(words in printed for words in (EVENT, CONFLICT, WARNING))
    _decide_from_picture(leader, number)
    herlev.goto("/beskeder/")
    herlev.get_by_role("link", name="Din enhed har fået en opgave").first.click()
    expect(herlev.get_by_role("heading", level=1)).to_have_text(DECISION)
    _expect_measured(leader)
    outside = visits.user(CARETAKER, PHONE)
    outside.goto(f"/situationsbillede/{number}/")
    for words in (EVENT, CONFLICT):
        expect(outside.locator("body")).not_to_contain_text(words)


def _tell_at_once(page: Page) -> str:
    now = timezone.localtime()
    page.goto("/pludseligt/")
    page.get_by_role("link", name="Åbn pludselig hændelse").first.click()
    page.get_by_label("Hvad er sket?").fill(EVENT)
    page.get_by_label("Hvornår skete det?").fill(f"{now - timedelta(minutes=9):%Y-%m-%dT%H:%M}")
    page.get_by_label("Hvornår fik I det at vide?").fill(f"{now - timedelta(minutes=3):%Y-%m-%dT%H:%M}")
    page.get_by_label("Område").select_option(label="Høje Gladsaxe")
    page.get_by_label("Det ved vi", exact=True).fill("Tre skud er hørt. Ingen er meldt ramt.")
    page.get_by_label("Det ved vi ikke").fill("Hvem der stod bag.")
    for unit in ("SSP Gladsaxe", "Gadeteam Gladsaxe", "SSP Herlev"):
        page.get_by_text(unit, exact=True).click()
    assert violations(page) == []
    page.get_by_role("button", name="Åbn og giv besked").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(EVENT)
    assert not overflows(page)
    return page.url.split("#")[0]


def _see(page: Page) -> None:
    page.goto("/beskeder/")
    page.get_by_role("link", name="pludselig hændelse").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(EVENT)
    page.get_by_role("button", name="Min enhed har set det").click()
    expect(page.get_by_role("button", name="Min enhed har set det")).to_have_count(0)


def _decide_within_the_hour(page: Page) -> None:
    page.get_by_role("link", name="Beslut et skridt").first.click()
    page.get_by_label("Hvad skal der gøres?").fill(STEP)
    page.get_by_label("Hvilken enhed gør det?").select_option(label="Gadeteam Gladsaxe")
    page.get_by_role("button", name="Giv opgaven").click()
    expect(page.locator("main")).to_contain_text(STEP)
    expect(page.locator(".stats")).not_to_contain_text("intet besluttet")


def _call(page: Page, address: str, unit: str) -> None:
    page.goto(address)
    entry = page.locator("#ringeliste .entry").filter(has_text=unit)
    entry.get_by_role("button", name="Talt med").click()
    expect(page.locator("#ringeliste .entry").filter(has_text=unit)).to_contain_text("talt med")
    expect(page.locator("#ringeliste .entry").filter(has_text="SSP Herlev")).to_contain_text("set")


def _warn_the_school(officer: Page, address: str, school: Page) -> None:
    officer.goto(address)
    officer.get_by_role("link", name="Send sikkerhedsbesked").click()
    officer.get_by_label("Overskrift").fill(WARNING)
    officer.get_by_label("Hvad skal I gøre?").fill("Der er hørt skud i nat. Brug gården mod vest i dag.")
    officer.get_by_text("Søparkens Skole", exact=True).click()
    officer.get_by_role("button", name="Send", exact=True).click()
    expect(officer.locator("main")).to_contain_text("Mangler")
    school.goto("/beskeder/")
    school.get_by_role("link", name="sikkerhedsbesked").first.click()
    expect(school.get_by_role("heading", level=1)).to_have_text(WARNING)
    school.get_by_role("button", name="Modtaget").click()
    expect(school.get_by_role("button", name="Modtaget")).to_have_count(0)
    officer.reload()
    expect(officer.locator("main")).not_to_contain_text("Mangler")


def _expect_all_told(page: Page) -> None:
    main = page.locator("main")
    for words in (EVENT, "Tre skud er hørt.", "Hvem der stod bag.", "1 skridt er besluttet", "efter meldingen"):
        expect(main).to_contain_text(words)
    for words in (CONFLICT, "Spænding: akut.", "Ny konflikt", WARNING, "1 af 1 enheder har kvitteret"):
        expect(main).to_contain_text(words)
    assert not overflows(page)


def _decide_from_picture(page: Page, number: int) -> None:
    page.goto(f"/situationsbillede/{number}/")
    page.get_by_role("link", name="Ny beslutning").click()
    page.get_by_label("Hvad skal der gøres?").fill(DECISION)
    page.get_by_label("Hvilken enhed gør det?").select_option(label="SSP Herlev")
    page.get_by_role("button", name="Giv opgaven").click()
    expect(page.get_by_role("link", name=f"Nr. {number}")).to_be_visible()


def _expect_measured(page: Page) -> None:
    page.goto("/overblik/")
    page.get_by_role("link", name="Den første time").click()
    expect(page.locator("tr").filter(has_text=EVENT)).to_contain_text("Ja")
    expect(page.locator(".stats")).to_contain_text("median")
