"""Point 5: two coordinators sort what came in: merged, dismissed with a reason, placed, folded, undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.visitor import PHONE, Visits

COORDINATOR = "Koordinator, SSP Gladsaxe"
OTHER_COORDINATOR = "Koordinator, SSP Herlev"
STREET_WORKER = "Gademedarbejder, Gladsaxe"
OFFICER = "Lokalbetjent, Gladsaxe og Herlev"


@pytest.fixture(autouse=True)
def _empty_forms(behind_the_scenes: Rows) -> None:
    behind_the_scenes.forget_drafts()


def _report(page: Page, words: str, *, place: str) -> None:
    """Tell of the evening before, at ten past nine."""
    page.goto("/indberet/")
    page.get_by_label("Hvad skete der?").fill(words)
    page.get_by_text("Uro og utryghed", exact=True).click()
    page.get_by_label("Gade eller sted").fill(place)
    page.get_by_text("Tidligere", exact=True).click()
    page.locator("#id_day").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    page.locator("#id_clock").fill("21:10")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Indberetningen er gemt.")).to_be_visible()


def _enter(page: Page, *fields: str) -> None:
    """Enter one incident as the police do: time, category, place, words."""
    page.goto("/indberet/politi/")
    for name, words in zip(("Tid", "Kategori", "Gade eller sted", "Hvad skete der?"), fields, strict=True):
        page.get_by_label(f"{name}, række 1", exact=True).fill(words)
    page.get_by_role("button", name="Gem hændelser").click()
    expect(page.get_by_text("Indberetningen er gemt.")).to_be_visible()


def _card(page: Page, words: str) -> Locator:
    page.goto("/indbakke/?orden=nyeste")
    return page.locator("#inbox-list > ul > li").filter(
        has=page.locator(".inbox-card-body > div > .account", has_text=words)
    )


def test_a_suggested_pair_is_merged_and_keeps_both_texts(visits: Visits) -> None:
    _report(visits.user(STREET_WORKER, PHONE), "Fyrværkeri kastet mod busskuret.", place="Parvej")
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
    _report(street_worker, "Larm fra et sted ved søen.", place="Søstien")

    _card(page, "Larm fra et sted ved søen.").get_by_role("link", name="Afvis").click()
    page.get_by_label("Besked til indberetteren").fill("Skriv gerne, hvornår det begyndte.")
    page.get_by_role("button", name="For uklart til at bruge").click()
    expect(page.get_by_text("Afvist:")).to_be_visible()

    street_worker.goto("/mine-indberetninger/")
    mine = street_worker.locator("li, article").filter(has_text="Larm fra et sted ved søen.").first
    expect(mine).to_contain_text("Ikke brugt: For uklart til at bruge")
    expect(mine).to_contain_text("Skriv gerne, hvornår det begyndte.")


def test_a_report_without_a_place_is_put_on_the_map(visits: Visits) -> None:
    _report(visits.user(STREET_WORKER, PHONE), "Bål tændt bag hegnet.", place="Bag det gamle hegn")
    page = visits.user(COORDINATOR)

    _card(page, "Bål tændt bag hegnet.").get_by_role("link", name="Placér").click()
    page.locator("#kort-sted .leaflet-container[aria-busy=false]").click(position={"x": 200, "y": 150})
    expect(page.locator("#id_lat")).not_to_have_value("")
    page.get_by_role("button", name="Placér og behold").click()
    page.goto("/haendelser/?sted=Bag+det+gamle")
    page.locator("main th a").first.click()

    expect(page.get_by_role("heading", name="Kort", exact=True)).to_be_visible()


def test_a_verdict_is_undone_from_the_list_of_the_day(visits: Visits) -> None:
    _report(visits.user(STREET_WORKER, PHONE), "Kasser væltet ved kiosken.", place="Fortrydvej")
    page = visits.user(COORDINATOR)
    _card(page, "Kasser væltet ved kiosken.").get_by_role("button", name="Behold").click()
    expect(page.get_by_text("Beholdt:")).to_be_visible()

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
    _report(visits.user(STREET_WORKER, PHONE), "Scooter i rabatten.", place="Samtidigvej")
    gladsaxe, herlev = visits.user(COORDINATOR), visits.user(OTHER_COORDINATOR)
    _card(herlev, "Scooter i rabatten.").get_by_role("link", name="Afvis").click()
    _card(gladsaxe, "Scooter i rabatten.").get_by_role("button", name="Behold").click()
    expect(gladsaxe.get_by_text("Beholdt:")).to_be_visible()

    herlev.get_by_role("button", name="Allerede kendt").click()

    expect(herlev.get_by_text("Din sortering er ikke gemt.").first).to_be_visible()
    gladsaxe.goto("/haendelser/?sted=Samtidigvej")
    expect(gladsaxe.locator("main tbody th")).to_have_count(1)


def test_the_inbox_is_walked_by_keyboard(visits: Visits) -> None:
    _report(visits.user(STREET_WORKER, PHONE), "Plakater revet ned.", place="Tastvej")
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
