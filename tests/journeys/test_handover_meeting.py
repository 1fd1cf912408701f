"""A hand-over meeting: a line without a name, a name by an act of its own, and nothing left when the list is closed."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import HERLEV_CONSULTANT, OFFICER, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits, faults

NAME, LEFT = "Rejse den Overleverede", "Rejse den Glemte"
SEEN, OTHER = "Stod med en ældre gruppe bag hallen tre aftener i træk.", "Var alene ved stationen klokken elleve."
NECESSITY = "SSP Herlev skal tage kontakt til den unge og forældrene i denne uge, før gruppen samles igen på fredag."


def test_a_line_is_taken_up_and_named_and_the_rest_is_gone(visits: Visits, behind_the_scenes: Rows) -> None:
    officer, consultant = visits.user(PREVENTION_OFFICER), visits.user(HERLEV_CONSULTANT, PHONE)
    address = _find_list(officer)
    officer.get_by_role("button", name="Begynd en liste").click()
    for name, seen in ((NAME, SEEN), (LEFT, OTHER)):
        _bring(officer, name, seen)
    assert faults(officer) == []

    consultant.goto(address)
    main = consultant.locator("main")
    expect(main).to_contain_text(SEEN)
    expect(main).not_to_contain_text(NAME)
    assert faults(consultant) == []
    card = consultant.get_by_role("listitem").filter(has_text=SEEN)
    card.get_by_role("button", name="Vi tager den op").click()
    expect(main).to_contain_text("Navnet kommer i det, I har modtaget")

    _give_name(officer, address)
    consultant.goto("/modtaget/")
    consultant.locator(".card-list a, .entry a").first.click()
    expect(main).to_contain_text(NAME)
    expect(main).to_contain_text(SEEN)

    officer.goto(address)
    officer.get_by_role("link", name="Luk listen").click()
    expect(officer.locator("main")).to_contain_text("1 linje er ikke besvaret")
    assert faults(officer) == []
    officer.get_by_role("button", name="Luk listen").click()
    expect(officer.locator("main")).to_contain_text("Listens nøgle er destrueret")
    expect(officer.locator("main")).not_to_contain_text(LEFT)
    assert behind_the_scenes.left_of_hand_overs() == 0
    _is_hidden_from(visits.user(OFFICER, PHONE), address)


def _find_list(page: Page) -> str:
    page.goto("/moeder/")
    page.get_by_role("heading", name="Overleveringsmøde").first.get_by_role("link").click()
    page.get_by_role("link", name="Overlevering", exact=True).first.click()
    page.get_by_role("link", name="Overlevering uden navn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overlevering")
    return page.url


def _bring(page: Page, name: str, seen: str) -> None:
    page.get_by_role("link", name="Ny linje").click()
    page.get_by_label("Hvilken enhed er den til?").select_option(label="SSP Herlev")
    page.get_by_text("Kun bekymring", exact=True).click()
    page.get_by_label("Hvad er set?").fill(seen)
    page.get_by_label("Hvilken dag?").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    page.get_by_label("Navn", exact=True).fill(name)
    page.get_by_label("Fødselsdag").fill("2011-05-05")
    page.locator("#id_grade label").first.click()
    page.get_by_role("button", name="Sæt på listen").click()
    expect(page.locator("main")).to_contain_text(name)


def _give_name(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Giv navnet").click()
    page.get_by_label("Hvorfor er det nødvendigt?").fill(NECESSITY)
    page.get_by_role("button", name="Giv navnet").click()
    expect(page.get_by_role("heading", name="Navnet kan ikke gives endnu")).to_be_visible()
    assert faults(page) == []
    page.locator("#hjemler").get_by_role("button", name="Brug denne").first.click()
    page.get_by_role("button", name=re.compile("^Giv navnet")).click()
    expect(page.locator("main")).to_contain_text("Navnet er givet")


def _is_hidden_from(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
