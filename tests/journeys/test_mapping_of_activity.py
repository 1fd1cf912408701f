"""Point 9: police and SSP map an area: they differ, come to agree, say it together, and see what a quarter changed."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import CARETAKER, COORDINATOR, OFFICER
from tests.journeys.visitor import PHONE, Visits, overflows, wait_for_maps

AREA = "Buddinge Centrum"


def _open_area(page: Page) -> None:
    page.goto("/overblik/")
    page.get_by_role("link", name="Hvor er der bandeaktivitet?").click()
    wait_for_maps(page)
    page.get_by_role("table", name="Områder i kvartalet").get_by_role("link", name=AREA).click()
    expect(page.get_by_role("heading", name=AREA, level=1)).to_be_visible()


def _choose(page: Page, *words: str) -> None:
    for each in words:
        page.locator("label").get_by_text(each, exact=True).click()


def _state(page: Page, level: str, *signs: str, reason: str) -> None:
    page.get_by_role("link", name="Skriv jeres vurdering").click()
    expect(page.get_by_text("Trinene betyder")).to_be_visible()
    chosen = page.locator("input[type=checkbox]:checked")
    while chosen.count():
        chosen.first.uncheck(force=True)
    _choose(page, level, *signs, "Egne iagttagelser", "Sandsynligt")
    page.get_by_label("Begrundelse").fill(reason)
    page.get_by_role("button", name="Gem jeres vurdering").click()
    expect(page.get_by_role("heading", name="Kvartal for kvartal")).to_be_visible()


def test_two_sides_differ_agree_and_see_what_the_next_quarter_changed(visits: Visits, behind_the_scenes: Rows) -> None:
    police, ssp = visits.user(OFFICER), visits.user(COORDINATOR, PHONE)
    for page in (police, ssp):
        _open_area(page)

    _state(police, "Tilbagevendende", "Samlinger", reason="Samlinger ved centeret de fleste fredage.")
    _state(ssp, "Enkelte tegn", "Samlinger", reason="Gadeteamet har kun set det én gang.")
    expect(ssp.get_by_text("Uenige").first).to_be_visible()
    expect(ssp.get_by_text("Samlinger ved centeret de fleste fredage.").first).to_be_visible()
    assert not overflows(ssp)

    _state(ssp, "Tilbagevendende", "Samlinger", reason="Efter en fælles runde: det er hver fredag kl. 20.")
    expect(ssp.get_by_text("Politi og SSP er enige").first).to_be_visible()
    ssp.get_by_role("link", name="Skriv en fælles sætning").click()
    ssp.get_by_label("Det er vi enige om").fill("Centeret bruges fast fredag aften. Vi går der sammen.")
    ssp.get_by_role("button", name="Gem sætningen").click()
    police.reload()
    expect(police.get_by_text("Centeret bruges fast fredag aften. Vi går der sammen.")).to_be_visible()
    police.get_by_text("Alt, hvad der er sagt i kvartalet").click()
    expect(police.get_by_text("Gadeteamet har kun set det én gang.")).to_be_visible()

    behind_the_scenes.let_a_quarter_pass(AREA)

    for page, reason in ((police, "Kun én samling i kvartalet."), (ssp, "Klubben holder åbent; næsten ingen samles.")):
        page.reload()
        _state(page, "Enkelte tegn", "Samlinger", reason=reason)
    expect(ssp.get_by_text("Ned fra tilbagevendende").first).to_be_visible()


def test_a_person_in_the_reason_is_stopped_on_a_phone_and_nothing_typed_is_lost(visits: Visits) -> None:
    page = visits.user(COORDINATOR, PHONE)
    _open_area(page)
    page.get_by_role("link", name="Skriv jeres vurdering").click()
    _choose(page, "Fast tilstedeværelse")
    page.get_by_label("Begrundelse").fill("Ring til 20 12 34 56 om samlingerne ved centeret.")

    page.get_by_role("button", name="Gem jeres vurdering").click()

    expect(page.get_by_text("må ikke stå her").first).to_be_visible()
    expect(page.get_by_label("Begrundelse")).to_have_value("Ring til 20 12 34 56 om samlingerne ved centeret.")
    expect(page.get_by_role("radio", name="Fast tilstedeværelse")).to_be_checked()


def test_housing_partners_have_no_door_to_the_mapping(visits: Visits) -> None:
    answer = visits.user(CARETAKER, PHONE).goto("/gadearbejde/kortlaegning/")

    assert answer is not None
    assert answer.status == 403
