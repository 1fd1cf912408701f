"""A log control with an answer: the reader says what it was for, the officer judges, a leader signs."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.people import COORDINATOR, DPO, LEADER
from tests.journeys.visitor import PHONE, Visits, faults


def test_a_log_control_with_an_answer(visits: Visits) -> None:
    reader, officer, leader = visits.user(COORDINATOR, PHONE), visits.user(DPO), visits.user(LEADER)
    _open(officer)
    waiting = officer.locator(".entry", has_text="Læseren har ikke svaret endnu.").count()
    assert waiting

    _answer(reader)
    _open(officer)
    expect(officer.locator(".entry", has_text="Læseren har ikke svaret endnu.")).to_have_count(waiting - 1)
    assert faults(officer) == []

    _open(leader)
    expect(leader.locator("#underskrift")).to_contain_text("Kan gives, når alle læsninger er vurderet.")
    _judge_all(officer)
    _open(leader)
    leader.get_by_label("Bemærkning").fill("Set og drøftet med enheden.")
    leader.get_by_role("button", name="Skriv under").click()
    expect(leader.locator("#underskrift")).to_contain_text("Set og drøftet med enheden.")
    assert faults(leader) == []


def _open(page: Page) -> None:
    page.goto("/logkontrol/")
    page.locator("table tbody th a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"Logkontrol \d"))


def _answer(page: Page) -> None:
    """Follow the notice that asks; it says nothing of why, or about whom."""
    page.goto("/beskeder/")
    page.get_by_role("link", name="er udtaget til logkontrol").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Svar på logkontrol")
    assert faults(page) == []
    page.locator(".entry a").first.click()
    expect(page.locator("main")).not_to_contain_text("Stikprøve")
    page.get_by_text("Jeg dækkede for en kollega", exact=True).click()
    page.get_by_label("Kort forklaring").fill("Kollegaen var syg den dag.")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.locator(".entry")).to_have_count(1)
    assert faults(page) == []


def _judge_all(page: Page) -> None:
    _open(page)
    address = page.url
    for link in [each.get_attribute("href") for each in page.locator(".entry a").all()]:
        page.goto(str(link))
        if page.get_by_role("button", name="Gem vurderingen").count():
            page.locator("#vurdering").get_by_text("I orden", exact=True).click()
            page.get_by_role("button", name="Gem vurderingen").click()
            expect(page).to_have_url(address)
