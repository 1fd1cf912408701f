"""What stories about young people do on their way: open a file, pass something on, open what came, note a step."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

WENT_ON = re.compile(r"/indsatser/[0-9a-f-]{36}/(\?.*)?$")


def open_file(page: Page, name: str, *, seen: str) -> str:
    """Open a file with one fact that was seen; give its address."""
    page.goto("/unge/ny/")
    return fill_in_file(page, name, seen=seen)


def fill_in_file(page: Page, name: str, *, seen: str) -> str:
    """Fill in the form of a new concern wherever it was opened from, and save it; give the address of the file."""
    page.get_by_label("Navn", exact=True).fill(name)
    page.get_by_label("Fødselsdag").fill("2011-05-05")
    page.get_by_label("Kun bekymring").check()
    page.get_by_label("Personens egen omgang med en gruppe").check()
    page.get_by_label(re.compile("^1 · Bekymrende adfærd")).check()
    page.get_by_label("Hvad er set eller hørt?").fill(seen)
    page.get_by_label("Jeg har selv set eller hørt det").check()
    page.get_by_label("Ja, de er orienteret").check()
    page.get_by_label("Mundtligt, med oplysningsark").check()
    page.get_by_label("Hvilken dag?").fill("2026-11-20")
    page.get_by_role("button", name="Opret bekymringen").click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    return page.url.partition("?")[0]


def choose_what_to_tell(page: Page, seen: str, *units: str, necessity: str) -> None:
    """Choose the fact, the units and the purpose, and say why it is necessary."""
    page.get_by_label(re.compile(re.escape(seen))).check()
    for unit in units:
        page.get_by_label(unit, exact=True).check()
    page.get_by_label("Hvad er formålet?").select_option(label="Forebygge kriminalitet")
    page.get_by_label("Hvorfor er det nødvendigt?").fill(necessity)


def look_through(page: Page) -> None:
    """Ask what stands against it; take the narrowest basis that holds where none was chosen."""
    with page.expect_navigation():
        page.get_by_role("button", name="Se det igennem").click()
    if page.get_by_role("heading", level=1, name="Se det igennem").count() == 0:
        page.locator("#hjemler").get_by_role("button", name="Brug denne").first.click()
    if page.get_by_role("heading", level=1, name="Se det igennem").count() == 0:
        page.get_by_role("button", name="Se det igennem").click()


def open_newest(page: Page) -> None:
    """Open what was told to the unit last."""
    page.goto("/modtaget/")
    page.locator(".card-list a, .entry a").first.click()


def begin(page: Page, file: str, kind: str) -> str:
    """Begin an intervention from the file; give its address."""
    page.goto(file)
    page.get_by_role("link", name="Ny indsats").click()
    page.get_by_role("button", name=re.compile(f"^Sæt i gang.*{kind}")).click()
    expect(page.get_by_role("heading", level=1, name=kind)).to_be_visible()
    return page.url


def look_into_honour(page: Page, address: str) -> None:
    """Note from the intervention that somebody looked, and that nothing speaks against contact; and be back at it."""
    page.goto(address)
    page.get_by_role("link", name="Notér, hvad I har fundet ud af").first.click()
    page.get_by_label("Undersøgt: ingen tegn").check()
    page.get_by_role("button", name="Gem", exact=True).click()
    page.wait_for_url(WENT_ON)


def note(page: Page, address: str, step: str) -> None:
    """Open the form of the next step from the intervention."""
    page.goto(address)
    page.get_by_role("link", name=re.compile("^(Notér skridtet|Skriv ved døren)")).click()
    expect(page.get_by_role("heading", level=1, name=step)).to_be_visible()


def save_step(page: Page) -> None:
    """Save it, and be back at the intervention."""
    page.get_by_role("button", name="Gem", exact=True).click()
    page.wait_for_url(WENT_ON)
