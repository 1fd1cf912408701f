"""The coordinator's morning: the inbox is emptied by keyboard, and what is urgent comes by itself."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Page, expect

from tests.journeys.visitor import PHONE, Visits

COORDINATOR = "Koordinator, SSP Gladsaxe"
STREET_WORKER = "Gademedarbejder, Gladsaxe"
# Forty reports in ten minutes leave fifteen seconds for each, reading included; the machine may take a fifth of them.
SECONDS_EACH = 3.0
SOON = 20_000


def _waiting(page: Page) -> int:
    count = re.search(r"(\d+) venter", page.locator("body").inner_text())
    return int(count[1]) if count else 0


def _press(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_coordinator_empties_the_inbox_by_keyboard(visits: Visits) -> None:
    page = visits.user(COORDINATOR)
    page.goto("/indbakke/")
    waiting = _waiting(page)
    began = time.monotonic()

    _press(page, "a")
    _press(page, "1")
    expect(page.get_by_role("status").filter(has_text="Afvist")).to_be_visible()
    _press(page, "u")
    expect(page.locator("body")).to_contain_text("ligger i indbakken igen")
    sorted_count = 0
    while _waiting(page):
        _press(page, "b")
        sorted_count += 1

    assert waiting > 4
    assert sorted_count == waiting
    assert (time.monotonic() - began) / waiting < SECONDS_EACH
    expect(page.locator("body")).to_contain_text("er foldet sammen")


def _report(page: Page, *, text: str, place: str, is_urgent: bool = False) -> None:
    page.goto("/indberet/")
    page.get_by_label("Hvad skete der?").fill(text)
    page.get_by_label("Gade eller sted").fill(place)
    if is_urgent:
        page.get_by_text("Det haster").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Gem", exact=True).click()


def test_an_urgent_report_comes_by_itself(visits: Visits) -> None:
    coordinator = visits.user(COORDINATOR)
    coordinator.goto("/indbakke/")
    unread = coordinator.locator("#unread-count").inner_text()

    text = "Stor gruppe samles, stemningen er spændt."
    _report(visits.user(STREET_WORKER, PHONE), text=text, place="Kiosken på torvet", is_urgent=True)

    expect(coordinator.locator("#inbox-list")).to_contain_text(text, timeout=SOON)
    expect(coordinator.locator("#unread-count")).not_to_have_text(unread, timeout=SOON)


def test_sorting_works_without_scripts(visits: Visits) -> None:
    text = "Knust rude i busskuret."
    _report(visits.user(STREET_WORKER, PHONE), text=text, place="Skolen")
    page = visits.user(COORDINATOR, scripts=False)
    page.goto("/indbakke/")

    page.locator("li", has_text=text).get_by_role("button", name="Behold").first.click()

    expect(page.locator("body")).to_contain_text("Beholdt:")
