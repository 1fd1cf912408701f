"""Words about a young person, which no draft keeps: the page keeps them until their writer can send them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.files import open_file
from tests.journeys.people import LEADER, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits, faults, sign_in_as

SEEN, WORDS = "Sad alene ved kiosken en hel aften.", "Fortalte, at lektiehjælpen er begyndt igen."
AN_HOUR = 60 * 60 * 1000


@pytest.fixture
def page(visits: Visits) -> Page:
    """Give the page of an officer who has written a fact about a young person, and was then called away."""
    page = visits.user(PREVENTION_OFFICER, PHONE)
    page.clock.install()
    file = open_file(page, "Rejse den Afbrudte", seen=SEEN)
    page.goto(f"{file}oplysninger/ny/")
    page.get_by_text("Set eller hørt", exact=True).click()
    page.get_by_label("Oplysningen").fill(WORDS)
    page.get_by_label("Jeg har selv set eller hørt det").check()
    page.get_by_label("Hvilken dag?").fill("2026-11-20")
    page.clock.fast_forward(AN_HOUR)
    return page


def test_a_session_that_ended_takes_no_words_with_it(page: Page, behind_the_scenes: Rows) -> None:
    behind_the_scenes.let_sessions_lapse("betjent@vestegnen")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Du er logget ud. Det, du har skrevet, står her endnu.").first).to_be_visible()
    expect(page.get_by_label("Oplysningen")).to_have_value(WORDS)
    assert faults(page) == []

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log ind i et nyt vindue, så sendes det").click()
    sign_in_as(opened.value, PREVENTION_OFFICER)
    page.clock.fast_forward(AN_HOUR)

    expect(page.locator("main")).to_contain_text(WORDS)


def test_whoever_signs_in_next_sends_nothing_of_it(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/log-ind/")
    sign_in_as(other, LEADER)

    page.get_by_role("button", name="Gem").click()

    expect(page.get_by_text("En anden er logget ind i denne browser.").first).to_be_visible()
    expect(page.get_by_label("Oplysningen")).to_have_value(WORDS)


def test_without_a_line_the_page_waits_and_sends_once(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Ingen forbindelse.").first).to_be_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0

    page.context.set_offline(False)

    expect(page.locator("main").get_by_text(WORDS)).to_have_count(1)
