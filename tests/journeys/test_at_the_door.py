"""At the door: somebody writes on a phone without a line, keeps every word, and it is sent when the line is back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.visitor import PHONE, Visits, overflows

BALLERUP, WORDS = "SSP-konsulent, Ballerup", "Ingen hjemme, men en nabo kendte os."


def _at_the_door(phone: Page) -> None:
    phone.goto("/indsatser/")
    phone.get_by_role("link", name="Hjemmebesøg").first.click()
    phone.get_by_role("link", name="Skriv ved døren").click()
    expect(phone.get_by_role("button", name="Gem")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_nobody_home_is_noted_in_three_taps(visits: Visits, *, scripts: bool) -> None:
    phone = visits.user(BALLERUP, PHONE, scripts=scripts)
    _at_the_door(phone)
    assert not overflows(phone)

    phone.get_by_text("Ingen hjemme", exact=True).click()
    phone.get_by_role("button", name="Gem").click()

    expect(phone.locator("main")).to_contain_text("prøves igen")


def test_what_is_written_without_a_line_waits_on_the_page_and_is_sent_once(visits: Visits) -> None:
    phone = visits.user(BALLERUP, PHONE)
    _at_the_door(phone)
    expect(phone.locator("[data-line]")).to_contain_text("virker også uden net")

    phone.context.set_offline(True)
    phone.get_by_text("Ingen hjemme", exact=True).click()
    phone.get_by_label("Hvad talte I om?").fill(WORDS)
    phone.get_by_role("button", name="Gem").click()
    expect(phone.locator("[data-line]")).to_contain_text("Ingen forbindelse")
    expect(phone.get_by_label("Hvad talte I om?")).to_have_value(WORDS)
    assert phone.evaluate("localStorage.length + sessionStorage.length") == 0

    phone.context.set_offline(False)
    phone.wait_for_url(lambda address: "/skridt/" not in address)
    phone.locator(".foldout summary").first.click()
    expect(phone.locator("main").get_by_text(WORDS)).to_have_count(1)
