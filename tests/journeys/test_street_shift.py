"""Gadeplan: a street worker plans a shift on the phone, walks it, tells what is seen, and learns what became of it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.people import COORDINATOR, OFFICER, STREET_WORKER
from tests.journeys.visitor import PHONE, Visits, overflows

AREA, WORDS = "Høje Gladsaxe", "Højt humør ved basketbanen."
SENTENCE = "God aften, mange var med til basket."


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_shift_from_plan_to_what_became_of_it(visits: Visits, *, scripts: bool) -> None:
    words = f"{WORDS[:-1]}{'' if scripts else ' uden script'}."
    phone = visits.user(STREET_WORKER, PHONE, scripts=scripts)
    _plan_and_start(phone)
    address = phone.url.split("#")[0]

    phone.get_by_role("button", name=AREA, exact=True).click()
    expect(phone.locator("main")).to_contain_text(f"I er i {AREA}")
    phone.get_by_role("button", name="Ny kontakt").click()
    expect(phone.locator("main")).to_contain_text("1 ny kontakt")
    _observe(phone, words)
    expect(phone.locator("#set")).to_contain_text("Venter på sortering")
    assert not overflows(phone)

    police = visits.user(OFFICER)
    police.goto("/overblik/")
    expect(police.locator("main")).to_contain_text("Gadeteam Gladsaxe")
    police.goto(address)
    expect(police.locator("main")).to_contain_text("Mere end dette ser kun myndigheden selv")
    expect(police.locator("body")).not_to_contain_text(STREET_WORKER)

    coordinator = visits.user(COORDINATOR)
    coordinator.goto("/indbakke/")
    entry = coordinator.locator("#inbox-list li").filter(has_text=words).first
    expect(entry).to_be_visible()
    entry.get_by_role("link", name="Afvis").click()
    coordinator.get_by_role("button", name="Allerede kendt").click()
    expect(coordinator.get_by_role("heading", level=1)).to_have_text("Indbakke")

    _end(phone, address)
    expect(phone.locator("main")).to_contain_text(SENTENCE)
    expect(phone.locator("#set")).to_contain_text("Ikke brugt: Allerede kendt")
    police.goto(address)
    expect(police.locator("main")).to_contain_text(re.compile(rf"{AREA} kl\. \d"))


def test_words_typed_on_the_phone_survive_what_is_missing(visits: Visits) -> None:
    phone = visits.user(STREET_WORKER, PHONE)
    _plan_and_start(phone)
    address = phone.url.split("#")[0]
    phone.goto(f"{address}observation/")

    phone.get_by_label(re.compile("^Mere, der er vigtigt")).fill(WORDS)
    phone.get_by_role("button", name="Gem", exact=True).click()

    expect(phone.get_by_text("Vælg, cirka hvor mange de er.").first).to_be_visible()
    expect(phone.get_by_label(re.compile("^Mere, der er vigtigt"))).to_have_value(WORDS)
    _end(phone, address)
    expect(phone.locator("main")).to_contain_text("Slut")


def _plan_and_start(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Gå på vagt").click()
    now = timezone.localtime()
    page.get_by_label("Fra", exact=True).fill(now.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_label("Til", exact=True).fill((now + timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M"))
    page.get_by_text(AREA, exact=True).click()
    page.get_by_role("button", name="Gem, og start nu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gadeteam Gladsaxe")
    expect(page.locator("#holdet")).to_contain_text("Meldt ind")


def _observe(page: Page, words: str) -> None:
    page.get_by_role("link", name="Ny observation").click()
    page.get_by_text("4–7", exact=True).click()
    page.get_by_text("Spil og sport", exact=True).click()
    page.get_by_label(re.compile("^Mere, der er vigtigt")).fill(words)
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("#set")).to_contain_text("Gruppe på 4–7")


def _end(page: Page, address: str) -> None:
    page.goto(f"{address}slut/")
    page.get_by_label(re.compile("^Én sætning om vagten")).fill(SENTENCE)
    page.get_by_role("button", name="Slut, alle er hjemme").click()
    expect(page).to_have_url(address)
