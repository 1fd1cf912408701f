"""Point 10: a housing organisation has its own workspace; it, another partnership and an outsider see nothing else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.journeys.people import CARETAKER, COORDINATOR, STREET_WORKER
from tests.journeys.steps import expect_saved, report, send
from tests.journeys.visitor import DESK, PHONE, Visits

ELSEWHERE = ["Koordinator, Fjordby", "Lokalbetjent, Fjordby", "Ungechef, Sundstrup", "SSP-konsulent, Sundstrup"]
# Rooms that the workspace has no door to; what is in them makes no difference.
CLOSED = ["/indbakke/", "/haendelser/", "/haendelser/regneark/", "/opgaver/", "/doegnrapporter/", "/brugere/", "/log/"]
VESTEGNEN = re.compile(r"Gladsaxe|Herlev|Ballerup|Vestegn|Vestbo|Mørkhøj|Hedeparken|Bandepartnerskab")


def _first(page: Page, where: str, pattern: str) -> str:
    """Give the first address of a page's links that has this form."""
    page.goto(where)
    hrefs: list[str] = page.locator("main a[href]").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    return next(path for href in hrefs if re.fullmatch(pattern, path := href.partition("?")[0]))


@pytest.fixture
def addresses(visits: Visits) -> dict[str, str]:
    """Addresses of rows that exist on the Vestegn, as its coordinator sees them."""
    # Another journey may have emptied the inbox.
    report(visits.user(STREET_WORKER, PHONE), "Vindue knust i klubben.", place="Klubben")
    page = visits.user(COORDINATOR)
    key = "[0-9a-f-]{36}"
    return {
        "incident": _first(page, "/haendelser/", rf"/haendelser/{key}/"),
        "task": _first(page, "/opgaver/?vis=alle", rf"/opgaver/{key}/"),
        "picture": _first(page, "/situationsbillede/", r"/situationsbillede/\d+/"),
        "area": _first(page, "/omraader/", rf"/omraader/{key}/"),
        "agreement": _first(page, "/partnerskab/", rf"/partnerskab/aftaler/{key}/"),
        "triage": _first(page, "/indbakke/", rf"/indbakke/{key}/afvis/"),
    }


def test_the_caretaker_finds_five_doors_and_reads_areas_without_judgements(visits: Visits) -> None:
    page = visits.user(CARETAKER)
    doors = page.get_by_role("navigation", name="Hovedmenu").get_by_role("link").all_inner_texts()
    assert doors == ["I dag", "Indberet", "Situationsbillede", "Møder", "Partnerskab"]

    page.goto("/omraader/")
    expect(page.get_by_role("columnheader", name="Status")).to_have_count(0)
    page.get_by_role("link", name="Værebro Park").first.click()

    expect(page.get_by_role("heading", name="Værebro Park", level=1)).to_be_visible()
    expect(page.get_by_role("group", name="Kort over området").locator(".map-area")).to_be_visible()
    for hidden in ("Historik", "Status", "Følges tæt", "Bandefrit"):
        expect(page.get_by_text(hidden, exact=True)).to_have_count(0)


def test_the_partner_edition_shows_no_small_counts_and_no_words_of_the_parties(visits: Visits) -> None:
    coordinator, caretaker = visits.user(COORDINATOR), visits.user(CARETAKER, PHONE)
    picture = _first(coordinator, "/situationsbillede/", r"/situationsbillede/\d+/")
    coordinator.goto(picture)
    headings = coordinator.locator("main article h3, main article h4").all_inner_texts()

    caretaker.goto(picture)
    words = caretaker.locator("main").inner_text()

    assert "Små tal er skjult i partnerudgaven." in words
    assert not re.search(r"^[1-4]$", words, re.MULTILINE)
    assert not re.search(r"Kildens egne ord|intet modtaget", words)
    assert [heading for heading in headings if len(heading) > 20 and heading in words] == []


def test_the_partner_edition_is_read_without_scripts(visits: Visits) -> None:
    page = visits.user(CARETAKER, PHONE, scripts=False)

    page.get_by_role("link", name="Læs billedet").click()

    expect(page.get_by_text("Små tal er skjult i partnerudgaven.")).to_be_visible()
    expect(page.get_by_text("Læst af")).to_have_count(0)


def test_the_caretaker_reports_and_follows_only_the_own_report(visits: Visits) -> None:
    page = visits.user(CARETAKER, PHONE)
    page.goto("/indberet/")
    page.get_by_label("Hvad skete der?").fill("Opgangsdøren stod åben hele natten.")
    page.get_by_label("Område").select_option("Værebro Park")

    send(page)
    expect_saved(page)

    coordinator = visits.user(COORDINATOR)
    coordinator.goto("/indbakke/")
    expect(coordinator.get_by_text("Opgangsdøren stod åben hele natten.").first).to_be_visible()


def test_what_the_caretaker_may_not_see_has_no_address(visits: Visits, addresses: dict[str, str]) -> None:
    page = visits.user(CARETAKER)
    nobody = "00000000-0000-4000-8000-000000000000"

    for room in CLOSED:
        assert page.request.get(room).status == 403, room
    for thing in ("incident", "task", "triage"):
        there, nowhere = addresses[thing], re.sub(r"[0-9a-f-]{36}", nobody, addresses[thing])
        # Whether the row exists makes no difference to the answer.
        assert page.request.get(there).status == page.request.get(nowhere).status == 403, thing
    assert page.request.get(f"/omraader/{nobody}/").status == 404


@pytest.mark.parametrize("who", ELSEWHERE)
def test_elsewhere_no_address_of_the_vestegn_leads_anywhere(
    visits: Visits, addresses: dict[str, str], who: str
) -> None:
    page = visits.user(who)

    answers = {thing: page.request.get(address).status for thing, address in addresses.items()}

    assert set(answers.values()) <= {403, 404}, answers
    if "Fjordby" in who:
        assert answers["picture"] == answers["area"] == answers["incident"] == answers["task"] == 404


def test_another_partnership_finds_and_counts_nothing_of_the_vestegn(visits: Visits) -> None:
    page = visits.user("Koordinator, Fjordby")

    for screen in (
        "/",
        "/indberet/",
        "/indbakke/",
        "/situationsbillede/",
        "/situationsbillede/kladde/",
        "/opgaver/ny/",
    ):
        page.goto(screen)
        assert VESTEGNEN.findall(page.locator("main").inner_text()) == [], screen
    page.goto("/haendelser/?sted=Herlev")
    expect(page.get_by_text("0 hændelser")).to_be_visible()
    page.goto("/omraader/")
    expect(page.get_by_text("Ingen områder endnu")).to_be_visible()
    page.goto("/opgaver/?vis=alle")
    assert VESTEGNEN.findall(page.locator("main").inner_text()) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["at a desk", "on a phone"])
def test_a_municipality_outside_is_told_that_it_sits_at_no_table(visits: Visits, size: ViewportSize) -> None:
    page = visits.user("SSP-konsulent, Sundstrup", size)

    expect(page.get_by_text("Jeres myndighed er ikke med i et partnerskab")).to_be_visible()
    assert [door.strip() for door in page.locator("nav:visible a").all_inner_texts()] == ["I dag"]
    assert VESTEGNEN.findall(page.locator("body").inner_text()) == []
