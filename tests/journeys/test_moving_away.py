"""A picture is attached, the young person moves, the new municipality reads what was chosen, and the file is a copy."""

from __future__ import annotations

import re
from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.people import COORDINATOR, HERLEV_CONSULTANT
from tests.journeys.visitor import PHONE, Visits, faults

NAME = "Flytte Flyttesen"
SEEN = "Har en fast voksen på skolen, som ringer til faren hver fredag."
NECESSITY = "SSP i Herlev skal fortsætte kontakten fra den dag, han flytter ind hos sin far, så den ikke brydes."
NOTE = "Der er holdt tre samtaler, og familien vil gerne have hjælp i Herlev."


def test_somebody_moves_to_another_municipality(visits: Visits) -> None:
    coordinator = visits.user(COORDINATOR, PHONE)
    file = _raise(coordinator)
    _attach(coordinator, file)

    coordinator.goto(file)
    coordinator.get_by_role("link", name="Flytter til en anden kommune").click()
    assert coordinator.locator("input[name=facts]:checked").count() == 0
    assert faults(coordinator) == []
    herlev = coordinator.locator("option", has_text="SSP Herlev").get_attribute("value")
    coordinator.get_by_label("Hvor flytter den unge hen?").select_option(value=herlev)
    coordinator.get_by_label(re.compile(re.escape(SEEN))).check()
    coordinator.get_by_label("Hvad er formålet?").select_option(label="Forebygge kriminalitet")
    coordinator.get_by_label("Hvorfor er det nødvendigt?").fill(NECESSITY)
    coordinator.get_by_label("Notat til jeres egen journal").fill(NOTE)
    _look_through(coordinator)
    expect(coordinator.locator("main")).to_contain_text("SSP Herlev")
    assert faults(coordinator) == []
    coordinator.get_by_role("button", name="Giv videre, og flyt sagen").click()

    expect(coordinator.locator("main")).to_contain_text("Afgrænset kopi")
    expect(coordinator.get_by_role("link", name="Ny oplysning")).to_have_count(0)
    expect(coordinator.get_by_role("link", name="Nyt bilag")).to_have_count(0)
    assert faults(coordinator) == []

    consultant = visits.user(HERLEV_CONSULTANT)
    consultant.goto("/modtaget/")
    consultant.locator(".card-list a, .entry a").first.click()
    expect(consultant.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(consultant.locator("main")).to_contain_text(SEEN)
    expect(consultant.locator("main")).not_to_contain_text(NOTE)
    expect(consultant.locator("main")).not_to_contain_text("Skærmbillede")


def _attach(page: Page, file: str) -> None:
    """Forget what it shows: the picture is still there when that is mended."""
    page.goto(f"{file}bilag/ny/")
    page.get_by_label("Fil", exact=True).set_input_files(
        {"name": "flytte-flyttesen.png", "mimeType": "image/png", "buffer": _picture()}
    )
    page.get_by_label("Står i en afgørelse eller et dokument").check()
    page.get_by_role("button", name="Gem bilaget").click()
    expect(page.locator("main")).to_contain_text("Filen er med og skal ikke vælges igen")
    assert faults(page) == []
    page.get_by_label("Hvad viser det?").fill("Skærmbillede af en besked.")
    page.get_by_role("button", name="Gem bilaget").click()

    expect(page.locator("#bilag")).to_contain_text("Skærmbillede af en besked.")
    assert faults(page) == []
    with page.expect_download() as download:
        page.locator("#bilag").get_by_role("link", name=re.compile("^Hent")).click()
    assert download.value.suggested_filename == "bilag.jpg"
    page.locator("#bilag").get_by_role("link", name=re.compile("^Se billedet")).click()
    expect(page.get_by_role("img", name="Skærmbillede af en besked.")).to_be_visible()
    assert faults(page) == []


def _picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(stream, "PNG")
    return stream.getvalue()


def _raise(page: Page) -> str:
    page.goto("/unge/ny/")
    page.get_by_label("Navn", exact=True).fill(NAME)
    page.get_by_label("Fødselsdag").fill("2011-05-05")
    page.get_by_label("Kun bekymring").check()
    page.get_by_label("Personens egen omgang med en gruppe").check()
    page.get_by_label(re.compile("^1 · Bekymrende adfærd")).check()
    page.get_by_label("Hvad er set eller hørt?").fill(SEEN)
    page.get_by_label("Jeg har selv set eller hørt det").check()
    page.get_by_label("Ja, de er orienteret").check()
    page.get_by_label("Mundtligt, med oplysningsark").check()
    page.get_by_label("Hvilken dag?").fill("2026-11-20")
    page.get_by_role("button", name="Opret bekymringen").click()
    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    return page.url.partition("?")[0]


def _look_through(page: Page) -> None:
    """Ask what stands against it; take the narrowest basis that holds."""
    page.get_by_role("button", name="Se det igennem").click()
    if page.get_by_role("heading", level=1, name="Se det igennem").count() == 0:
        page.locator("#hjemler").get_by_role("button", name="Brug denne").first.click()
    if page.get_by_role("heading", level=1, name="Se det igennem").count() == 0:
        page.get_by_role("button", name="Se det igennem").click()
    expect(page.get_by_role("heading", level=1, name="Se det igennem")).to_be_visible()
