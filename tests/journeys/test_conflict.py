"""A shooting at 02.10 becomes a conflict: two hypotheses, a retaliation window, two steps; and who the groups are."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.people import COORDINATOR, LEADER, PREVENTION_OFFICER
from tests.journeys.steps import open_conflict
from tests.journeys.visitor import PHONE, Visits

TITLE = "Skud og trusler mellem to grupper"


def test_a_shooting_in_the_night_becomes_a_conflict_that_all_follow_and_few_know_by_name(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    open_conflict(officer, TITLE)
    _tell_the_shooting(officer)
    _state(officer, motive="Gæld", words="Der kan være et krav om penge mellem grupperne.")
    _state(officer, motive="Territorium", words="Begge grupper vil have pladsen ved højhusene.")
    _fear_revenge(officer)
    _name(officer, "Gruppe A", "Nordfløjen")
    address = _address(officer)

    leader = visits.user(LEADER)
    leader.goto(address)
    for kind, what, unit in (
        ("Synlighed på stedet", "Gå runden ved højhusene i nat", "Gadeteam Gladsaxe"),
        ("Kontakt til familier og netværk", "Ring til forældrenetværket", "SSP Gladsaxe"),
    ):
        _take_step(leader, kind=kind, what=what, unit=unit)
    expect(leader.locator("#skridt")).to_contain_text("Ring til forældrenetværket")
    expect(leader.locator("body")).not_to_contain_text("Nordfløjen")

    phone = visits.user(COORDINATOR, PHONE)
    phone.goto("/konflikter/")
    expect(phone.locator(".entry").filter(has_text=TITLE)).to_contain_text("Akut")
    phone.get_by_role("link", name=TITLE).click()
    expect(phone.locator("#vindue")).to_contain_text("2 døgn")
    expect(phone.locator("#grupper")).to_contain_text("omkring højhusene")
    expect(phone.locator("body")).not_to_contain_text("Nordfløjen")
    phone.get_by_role("link", name="Bed om adgang").click()
    phone.get_by_label("Hvad skal du bruge det til?").fill("Skal tale med forældrene i boligområdet i aften.")
    phone.get_by_role("button", name="Send til politiet").click()
    expect(phone.locator("#grupper")).to_contain_text("Du har bedt om adgang")

    officer.goto("/beskeder/")
    officer.get_by_role("link", name="Nogen beder om at se, hvem en konflikts grupper er").first.click()
    officer.get_by_role("link", name="Svar").first.click()
    officer.get_by_text("Giv adgang", exact=True).click()
    officer.get_by_label("Begrundelse").fill("Nødvendigt for samtalerne med forældrene.")
    officer.get_by_role("button", name="Send svaret").click()
    expect(officer.locator("main")).to_contain_text("Gælder")

    phone.reload()
    phone.get_by_role("link", name="Hvem er grupperne?").click()
    expect(phone.locator("main")).to_contain_text("Nordfløjen")
    expect(phone.locator("main")).to_contain_text("er logget")
    leader.goto(f"{address}hvem/")
    expect(leader.get_by_role("heading", level=1)).to_contain_text("findes ikke")


def _tell_the_shooting(page: Page) -> None:
    night = datetime.combine(timezone.localdate(), time(2, 10))
    if night > timezone.localtime().replace(tzinfo=None):
        night -= timedelta(days=1)
    page.get_by_role("link", name="Ny hændelse").click()
    page.get_by_label("Hvornår skete det?").fill(night.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("Hvad skete der?").select_option(label="Skyderi")
    page.get_by_text("Livsfarlig", exact=True).click()
    page.get_by_label("Med ord").fill("Skud mod en opgang. Ingen kom til skade.")
    page.get_by_label("Område").select_option(label="Høje Gladsaxe")
    page.get_by_label("Hvor pålidelig er kilden?").select_option(value="a")
    page.get_by_label("Hvor sikker er oplysningen?").select_option(value="1")
    page.get_by_text("Bekræftet", exact=True).click()
    page.get_by_role("button", name="Føj til forløbet").click()
    expect(page.locator("#steder")).to_contain_text("Skyderi")
    expect(page.locator("ol.card-list")).to_contain_text("kl. 02.10")


def _state(page: Page, *, motive: str, words: str) -> None:
    page.get_by_role("link", name="Ny hypotese").click()
    page.get_by_label("Motiv").select_option(label=motive)
    page.get_by_label("Hypotesen med ord").fill(words)
    page.get_by_text("Svag", exact=True).click()
    page.get_by_label("Hvorfor så sikker?").fill("Kun et enkelt udsagn indtil nu.")
    page.get_by_role("button", name="Gem hypotesen").click()
    expect(page.locator("#motiver")).to_contain_text(words)


def _fear_revenge(page: Page) -> None:
    page.get_by_role("link", name="Sæt vindue").click()
    page.get_by_label("Hvad udløste det?").fill("Skuddene ved højhusene")
    page.get_by_role("button", name="Sæt vinduet").click()
    expect(page.locator("#vindue")).to_contain_text("Skuddene ved højhusene")


def _name(page: Page, group: str, name: str) -> None:
    address = _address(page)
    page.get_by_role("link", name="Hvem er grupperne?").click()
    page.locator(".panel").filter(has_text=group).get_by_role("link", name="Angiv, hvem gruppen er").click()
    page.get_by_label("Hvem er gruppen?").fill(name)
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("main")).to_contain_text(name)
    page.goto(address)


def _take_step(page: Page, *, kind: str, what: str, unit: str) -> None:
    page.get_by_role("link", name="Nyt skridt").click()
    page.get_by_label("Slags skridt").select_option(label=kind)
    page.get_by_label("Hvad skal der gøres?").fill(what)
    page.get_by_label("Hvilken enhed gør det?").select_option(label=unit)
    page.get_by_role("button", name="Giv opgaven").click()
    expect(page.locator("#skridt")).to_contain_text(what)


def _address(page: Page) -> str:
    return page.url.split("#")[0]
