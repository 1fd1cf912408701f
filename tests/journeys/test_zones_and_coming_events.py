"""Point 3: a zone is registered, prolonged twice with an answer and expires; what lies ahead is written by two."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import CARETAKER, COORDINATOR, OFFICER, OTHER_COORDINATOR, TASK_FORCE
from tests.journeys.steps import publish
from tests.journeys.visitor import PHONE, Visits, overflows, wait_for_maps

NAME = "Visitationszone ved Buddinge Centrum"


def _day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def _register(page: Page) -> None:
    page.get_by_role("link", name="Registrér zone").click()
    page.get_by_label("Type").select_option("Visitationszone")
    page.get_by_label("Navn").fill(NAME)
    page.locator("#id_starts_clock").fill("00:00")
    page.get_by_label("Gælder til").fill(_day(14))
    page.locator("#id_ends_clock").fill("12:00")
    page.get_by_label("Grænser, gade for gade").fill("Buddinge Hovedgade\nVangavej")
    page.get_by_label("Begrundelse").fill("Flere episoder med knive ved stationen.")
    page.get_by_label("Besluttet af").fill("Politidirektøren")
    wait_for_maps(page)
    canvas = page.locator("#draw-map .map-canvas")
    for x, y in ((120, 100), (220, 100), (220, 200), (120, 200)):
        canvas.click(position={"x": x, "y": y})
    page.get_by_role("button", name="Gem zonen").click()
    expect(page.get_by_role("heading", name=NAME, level=1)).to_be_visible()


def _prolong(page: Page, *, days: int, happened: str) -> None:
    page.get_by_role("link", name="Forlæng", exact=True).click()
    page.get_by_text("Ja", exact=True).click()
    page.get_by_label("Hvad er der sket i zonen siden sidste beslutning?").fill(happened)
    page.get_by_label("Ny sidste dag").fill(_day(days))
    page.get_by_label("Begrundelse for forlængelsen").fill("Der er fortsat risiko for nye episoder.")
    page.get_by_role("button", name="Forlæng zonen").click()
    expect(page.get_by_text(happened)).to_be_visible()


def _put_right(page: Page) -> None:
    """The last end was typed a week too late; which the decision itself tells."""
    page.locator("#kaeden").get_by_role("link", name="Ret").first.click()
    page.get_by_label("Gælder til").fill(_day(35))
    page.get_by_label("Hvad var forkert, og hvordan blev det opdaget?").fill("Slutdagen blev tastet en uge for sent.")
    page.get_by_role("button", name="Gem rettelsen").click()
    expect(page.get_by_text("Udløber om 35 dage").first).to_be_visible()


def _links(page: Page) -> Locator:
    return page.get_by_role("list", name="Beslutninger om zonen, nyeste først").locator("> li")


def test_a_zone_is_prolonged_twice_expires_and_its_chain_is_read_on_a_phone(
    visits: Visits, behind_the_scenes: Rows
) -> None:
    police = visits.user(OFFICER)
    police.goto("/overblik/")
    police.get_by_role("link", name="Zoner").click()
    _register(police)
    _prolong(police, days=28, happened="Der er fundet våben to gange.")
    _prolong(police, days=42, happened="En enkelt episode, ellers ro.")
    expect(police.get_by_text("Udløber om 42 dage").first).to_be_visible()
    coordinator = visits.user(COORDINATOR)
    number = publish(coordinator)
    expect(coordinator.locator("main")).to_contain_text(NAME)
    expect(coordinator.locator("main")).to_contain_text("Forlænget for 2. gang")
    expect(coordinator.locator("main")).to_contain_text("Udløber om 42 dage")
    _put_right(police)
    expect(police.locator("#kaeden")).to_contain_text("Rettet")
    coordinator.reload()
    expect(coordinator.locator("main")).to_contain_text("Udløber om 42 dage")
    assert publish(coordinator) == number + 1
    expect(coordinator.locator("main")).to_contain_text("Rettet: til »")
    expect(coordinator.locator("main")).to_contain_text("Udløber om 35 dage")

    behind_the_scenes.let_zone_expire(NAME)

    reader = visits.user(TASK_FORCE, PHONE)
    reader.goto("/zoner/?vis=udloebne")
    reader.get_by_role("link", name=NAME).click()
    expect(reader.get_by_text("Udløbet", exact=True).first).to_be_visible()
    expect(_links(reader)).to_have_count(3)
    expect(_links(reader).nth(0)).to_contain_text("En enkelt episode, ellers ro.")
    expect(_links(reader).nth(1)).to_contain_text("Der er fundet våben to gange.")
    expect(_links(reader).nth(2)).to_contain_text("Oprettet")
    expect(reader.get_by_role("link", name="Forlæng", exact=True)).to_have_count(0)
    assert not overflows(reader)


def test_no_zone_is_prolonged_without_an_answer_and_nothing_typed_is_lost(visits: Visits) -> None:
    police = visits.user(OFFICER, PHONE)
    police.goto("/zoner/")
    police.get_by_role("link", name="Visitationszone ved Hedeparken og Grantoften").click()
    police.get_by_role("link", name="Forlæng", exact=True).click()
    police.get_by_label("Begrundelse for forlængelsen").fill("Der er fortsat risiko.")

    police.get_by_role("button", name="Forlæng zonen").click()

    expect(police.locator(".form-error-message").first).to_be_visible()
    expect(police.get_by_label("Begrundelse for forlængelsen")).to_have_value("Der er fortsat risiko.")


def test_two_who_change_an_event_at_once_both_keep_their_words(visits: Visits) -> None:
    first, second = visits.user(COORDINATOR), visits.user(OTHER_COORDINATOR, PHONE)
    first.goto("/begivenheder/ny/")
    first.get_by_label("Hvad er det?").select_option("Arrangement")
    first.get_by_label("Overskrift").fill("Åbent hus i klubben")
    first.get_by_label("Dag", exact=True).fill(_day(5))
    first.get_by_text("Nogen", exact=True).click()
    first.get_by_label("Hvad ventes der at ske?").fill("Mange unge om aftenen.")
    first.get_by_role("button", name="Gem begivenheden").click()
    expect(first.get_by_role("link", name="Ret Åbent hus i klubben")).to_be_visible()
    for page in (first, second):
        page.goto("/begivenheder/")
        page.get_by_role("link", name="Ret Åbent hus i klubben").click()

    first.get_by_label("Hvad er planlagt?").fill("Klubben holder åbent til kl. 23.")
    first.get_by_role("button", name="Gem", exact=True).click()
    expect(first.get_by_text("Klubben holder åbent til kl. 23.")).to_be_visible()
    second.get_by_label("Hvad er planlagt?").fill("Gadeteamet kommer forbi kl. 21.")
    second.get_by_role("button", name="Gem", exact=True).click()

    expect(second.get_by_text("»Klubben holder åbent til kl. 23.«").first).to_be_visible()
    second.get_by_label("Hvad er planlagt?").fill("Klubben holder åbent til kl. 23. Gadeteamet kommer forbi kl. 21.")
    second.get_by_role("button", name="Gem", exact=True).click()
    first.goto("/begivenheder/")
    expect(first.get_by_text("Klubben holder åbent til kl. 23. Gadeteamet kommer forbi kl. 21.")).to_be_visible()


def test_a_funeral_is_written_without_anybody_in_it(visits: Visits) -> None:
    page = visits.user(COORDINATOR, PHONE)
    page.goto("/begivenheder/ny/")
    page.get_by_label("Hvad er det?").select_option("Begravelse")
    page.get_by_label("Overskrift").fill("Begravelse af en 19-årig")
    page.get_by_label("Dag", exact=True).fill(_day(6))
    page.get_by_text("Stor", exact=True).click()
    page.get_by_label("Hvad ventes der at ske?").fill("Mange samles ved kirken.")
    page.get_by_role("button", name="Gem begivenheden").click()

    expect(page.get_by_text("må ikke stå her").first).to_be_visible()
    expect(page.get_by_text("Behold ordene")).to_have_count(0)
    page.get_by_label("Overskrift").fill("Begravelse")
    page.get_by_role("button", name="Gem begivenheden").click()

    expect(page.get_by_role("heading", name="Begravelse", exact=True)).to_be_visible()


def test_housing_partners_have_no_door_to_the_zones(visits: Visits) -> None:
    caretaker = visits.user(CARETAKER, PHONE)

    answer = caretaker.goto("/zoner/")

    assert answer is not None
    assert answer.status == 403
