"""Point 5: coordinators sort what came in: keep, merge, dismiss with a reason, place, fold, undo, by keyboard too."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Locator, Page, expect

from tests.journeys.people import COORDINATOR, OFFICER, OTHER_COORDINATOR, STREET_WORKER
from tests.journeys.steps import expect_saved, report, report_of_yesterday
from tests.journeys.visitor import PHONE, Visits

# Forty reports in ten minutes leave fifteen seconds for each, reading included; the machine may take a fifth of them.
SECONDS_EACH = 3.0


def _reported(visits: Visits, words: str, *, place: str) -> None:
    report_of_yesterday(visits.user(STREET_WORKER, PHONE), words, place=place)


def _enter(page: Page, *fields: str) -> None:
    """Enter one incident as the police do: time, category, place, words."""
    page.goto("/indberet/politi/")
    for name, words in zip(("Tid", "Kategori", "Gade eller sted", "Hvad skete der?"), fields, strict=True):
        page.get_by_label(f"{name}, række 1", exact=True).fill(words)
    page.get_by_role("button", name="Gem hændelser").click()
    expect_saved(page)


def _card(page: Page, words: str) -> Locator:
    page.goto("/indbakke/?orden=nyeste")
    return page.locator("#inbox-list > ul > li").filter(
        has=page.locator(".inbox-card-body > div > .account", has_text=words)
    )


def _keep(page: Page, words: str) -> None:
    _card(page, words).get_by_role("button", name="Behold").click()
    expect(page.get_by_text("Beholdt:")).to_be_visible()


def _waiting(page: Page) -> int:
    count = re.search(r"(\d+) venter", page.locator("body").inner_text())
    return int(count[1]) if count else 0


def _press(page: Page, key: str) -> None:
    """Press a shortcut that leads to another page, and wait until that one has shortcuts too."""
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


def test_the_inbox_is_walked_by_keyboard(visits: Visits) -> None:
    _reported(visits, "Plakater revet ned.", place="Tastvej")
    page = visits.user(COORDINATOR)
    card = _card(page, "Plakater revet ned.")
    expect(card).to_be_visible()

    for _ in range(page.locator("[data-step]").count()):
        if card.locator(":focus").count():
            break
        page.keyboard.press("j")
    page.keyboard.press("b")

    expect(page.get_by_text("Beholdt:")).to_be_visible()
    expect(_card(page, "Plakater revet ned.")).to_have_count(0)


def test_sorting_works_without_scripts(visits: Visits) -> None:
    report(visits.user(STREET_WORKER, PHONE), "Knust rude i busskuret.", place="Skolen")
    page = visits.user(COORDINATOR, scripts=False)

    _keep(page, "Knust rude i busskuret.")


def test_a_suggested_pair_is_merged_and_keeps_both_texts(visits: Visits) -> None:
    _reported(visits, "Fyrværkeri kastet mod busskuret.", place="Parvej")
    _enter(visits.user(OFFICER), "i går 21.05", "uro", "Parvej", "Fyrværkeri mod busskur anmeldt.")
    page = visits.user(COORDINATOR)

    proposal = _card(page, "Fyrværkeri mod busskur anmeldt.").locator(".inbox-proposal")
    expect(proposal).to_contain_text("Måske samme hændelse")
    expect(proposal).to_contain_text("Fyrværkeri kastet mod busskuret.")
    proposal.get_by_role("button", name="Læg sammen").click()
    expect(page.get_by_text("Lagt sammen:")).to_be_visible()

    page.goto("/haendelser/?sted=Parvej")
    page.locator("main th a").first.click()
    expect(page.locator(".source")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("Fyrværkeri kastet mod busskuret.")
    expect(page.locator("main")).to_contain_text("Fyrværkeri mod busskur anmeldt.")


def test_the_reporter_reads_why_it_was_dismissed(visits: Visits) -> None:
    street_worker, page = visits.user(STREET_WORKER, PHONE), visits.user(COORDINATOR)
    report_of_yesterday(street_worker, "Larm fra et sted ved søen.", place="Søstien")

    _card(page, "Larm fra et sted ved søen.").get_by_role("link", name="Afvis").click()
    page.get_by_label("Besked til indberetteren").fill("Skriv gerne, hvornår det begyndte.")
    page.get_by_role("button", name="For uklart til at bruge").click()
    expect(page.get_by_text("Afvist:")).to_be_visible()

    street_worker.goto("/mine-indberetninger/")
    mine = street_worker.locator("li, article").filter(has_text="Larm fra et sted ved søen.").first
    expect(mine).to_contain_text("Ikke brugt: For uklart til at bruge")
    expect(mine).to_contain_text("Skriv gerne, hvornår det begyndte.")


def test_a_report_without_a_place_is_put_on_the_map(visits: Visits) -> None:
    _reported(visits, "Bål tændt bag hegnet.", place="Bag det gamle hegn")
    page = visits.user(COORDINATOR)

    _card(page, "Bål tændt bag hegnet.").get_by_role("link", name="Placér").click()
    canvas = page.locator("#kort-sted .leaflet-container[aria-busy=false]")
    # Inside an area, too: on a map where a point is set, an area is no link.
    canvas.locator(".map-area").first.dispatch_event("click", {"bubbles": True})
    canvas.click(position={"x": 200, "y": 150})
    expect(page.locator("#id_lat")).not_to_have_value("")
    page.get_by_role("button", name="Placér og behold").click()
    page.goto("/haendelser/?sted=Bag+det+gamle")
    page.locator("main th a").first.click()

    expect(page.get_by_role("heading", name="Kort", exact=True)).to_be_visible()


def test_a_verdict_is_undone_from_the_list_of_the_day(visits: Visits) -> None:
    _reported(visits, "Kasser væltet ved kiosken.", place="Fortrydvej")
    page = visits.user(COORDINATOR)
    _keep(page, "Kasser væltet ved kiosken.")

    page.goto("/indbakke/sorteret/")
    page.locator("tr").filter(has_text="Fortrydvej").get_by_role("button", name="Fortryd").first.click()

    expect(_card(page, "Kasser væltet ved kiosken.")).to_be_visible()
    page.goto("/haendelser/?sted=Fortrydvej")
    expect(page.get_by_text("Ingen hændelser passer til filteret")).to_be_visible()


def test_traffic_is_folded_until_the_partnership_follows_it(visits: Visits) -> None:
    words = "To biler stødt sammen i krydset."
    _enter(visits.user(OFFICER), "i går 20", "færd", "Krydsvej", words)
    page = visits.user(COORDINATOR)
    expect(_card(page, words)).to_have_count(0)

    page.get_by_role("link", name="vis færdsel").first.click()
    expect(page.get_by_text(words)).to_be_visible()
    _follow_traffic(page, is_followed=True)
    expect(_card(page, words)).to_be_visible()

    _follow_traffic(page, is_followed=False)
    expect(_card(page, words)).to_have_count(0)


def _follow_traffic(page: Page, *, is_followed: bool) -> None:
    page.goto("/indbakke/foldning/")
    page.get_by_label("Færdsel").set_checked(not is_followed, force=True)
    page.get_by_role("button", name="Gem reglen").click()


def test_of_two_coordinators_the_slower_one_is_told(visits: Visits) -> None:
    words = "Scooter i rabatten."
    _reported(visits, words, place="Samtidigvej")
    gladsaxe, herlev = visits.user(COORDINATOR), visits.user(OTHER_COORDINATOR)
    _card(herlev, words).get_by_role("link", name="Afvis").click()
    _keep(gladsaxe, words)

    herlev.get_by_role("button", name="Allerede kendt").click()

    expect(herlev.get_by_text("Din sortering er ikke gemt.").first).to_be_visible()
    gladsaxe.goto("/haendelser/?sted=Samtidigvej")
    expect(gladsaxe.locator("main tbody th")).to_have_count(1)
