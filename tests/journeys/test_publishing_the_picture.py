"""The morning's picture in real browsers: written by two at once, published once, on the wall by itself, on paper."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from playwright.sync_api import Page, expect

from tests.journeys.visitor import PHONE, Visits, violations

COORDINATOR = "Koordinator, SSP Gladsaxe"
OTHER_COORDINATOR = "Koordinator, SSP Herlev"
TASK_FORCE = "Taskforce, Gladsaxe"
PARTNER = "Boligsocial medarbejder, Vestbo"
SUMMARY = "/situationsbillede/kladde/summary/parties/"


def _number(page: Page) -> int:
    match = re.search(r"nr\. (\d+)", page.locator("h1").inner_text())
    assert match
    return int(match[1])


def _write(page: Page, text: str) -> None:
    page.goto(SUMMARY)
    page.get_by_label("Tekst").fill(text)
    page.get_by_role("button", name="Gem i kladden").click()


def test_two_coordinators_write_the_same_section_and_lose_nothing(visits: Visits) -> None:
    gladsaxe, herlev = visits.user(COORDINATOR), visits.user(OTHER_COORDINATOR)
    _write(gladsaxe, "Roligt døgn.\n\nMødet er kl. 10.")
    herlev.goto(SUMMARY)
    herlev.get_by_label("Tekst").fill("Uro ved stationen.\n\nMødet er kl. 10.")

    _write(gladsaxe, "Roligt døgn.\n\nMødet er kl. 11.")

    expect(herlev.locator("#nu")).to_contain_text("Mødet er kl. 11.")
    herlev.get_by_role("button", name="Gem i kladden").click()
    expect(herlev.get_by_text("I har skrevet samtidig")).to_be_visible()
    expect(herlev.get_by_label("Tekst")).to_have_value("Uro ved stationen.\n\nMødet er kl. 11.")
    assert violations(herlev) == []
    herlev.get_by_role("button", name="Gem i kladden").click()
    expect(gladsaxe.get_by_text("Uro ved stationen.")).to_be_visible(timeout=15_000)


def test_a_picture_is_published_read_decided_on_and_shown_on_the_wall(visits: Visits) -> None:
    coordinator, task_force = visits.user(COORDINATOR), visits.user(TASK_FORCE, PHONE)
    coordinator.goto("/vaegskaerme/")
    coordinator.get_by_label("Hvor hænger skærmen?").fill("Mødelokale 2")
    coordinator.get_by_role("button", name="Åbn skærm").click()
    wall = visits.stranger()
    wall.goto(coordinator.locator(".wall-address").inner_text())
    assert wall.url.endswith("/vaeg/")
    before = _number(wall)

    _write(coordinator, "Travlt døgn omkring stationen.")
    coordinator.get_by_role("link", name="Gennemse og udgiv").click()
    coordinator.get_by_role("button", name="Udgiv nu").click()

    expect(coordinator.locator("h1")).to_have_text(f"Situationsbillede nr. {before + 1}")
    expect(wall.locator("h1")).to_have_text(f"Situationsbillede nr. {before + 1}", timeout=20_000)
    expect(wall.get_by_text("Som kendt kl.")).to_be_visible()
    task_force.goto("/")
    task_force.get_by_role("link", name="Læs billedet").click()
    expect(task_force.get_by_text("Travlt døgn omkring stationen.")).to_be_visible()
    task_force.get_by_role("link", name="Ny beslutning").click()
    task_force.get_by_label("Hvad skal der gøres?").fill("Gå en fælles runde ved stationen")
    task_force.get_by_label("Hvilken enhed gør det?").select_option(index=1)
    task_force.get_by_role("button", name="Giv opgaven").click()
    expect(task_force.get_by_role("link", name=f"Nr. {before + 1}")).to_be_visible()
    assert violations(wall) == []


def test_a_closed_wall_goes_dark_by_itself(visits: Visits) -> None:
    coordinator = visits.user(COORDINATOR)
    coordinator.goto("/vaegskaerme/")
    coordinator.get_by_label("Hvor hænger skærmen?").fill("Mødelokale 3")
    coordinator.get_by_role("button", name="Åbn skærm").click()
    wall = visits.stranger()
    wall.goto(coordinator.locator(".wall-address").inner_text())
    expect(wall.get_by_role("heading", name="Senest")).to_be_visible()

    coordinator.locator("li", has_text="Mødelokale 3").get_by_role("button", name="Luk skærmen").click()

    expect(wall.get_by_role("heading", name="Senest")).to_have_count(0, timeout=20_000)


def test_of_two_who_publish_in_the_same_moment_one_wins_and_the_other_is_told(visits: Visits) -> None:
    pages = [visits.user(COORDINATOR), visits.user(OTHER_COORDINATOR)]
    requests = [_publishing(page) for page in pages]

    with ThreadPoolExecutor(max_workers=2) as both:
        answers = list(both.map(_send, requests))

    number = int(str(requests[0].data).split("number=")[1].split("&")[0].strip("'"))
    assert sorted("netop udgivet af en anden" in answer for answer in answers) == [False, True]
    pages[0].goto("/situationsbillede/")
    expect(pages[0].get_by_role("link", name=f"Nr. {number}", exact=True)).to_be_visible()
    expect(pages[0].get_by_role("link", name=f"Nr. {number + 1}", exact=True)).to_have_count(0)


def _publishing(page: Page) -> urllib.request.Request:
    """What the button sends, to be sent in the same moment from two browsers."""
    page.goto("/situationsbillede/kladde/udgiv/")
    fields = {
        name: page.locator(f"main [name={name}]").first.input_value() for name in ("csrfmiddlewaretoken", "number")
    }
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
    headers = {"Cookie": cookies, "Referer": page.url}
    return urllib.request.Request(page.url, data=urllib.parse.urlencode(fields).encode(), headers=headers)  # noqa: S310


def _send(request: urllib.request.Request) -> str:
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 — our own server
        text: str = answer.read().decode()
        return text


def test_a_person_is_struck_by_pointing(visits: Visits) -> None:
    coordinator = visits.user(COORDINATOR)
    coordinator.goto("/")
    coordinator.get_by_role("link", name="Læs billedet").click()
    coordinator.get_by_role("link", name="Slør en person").click()

    coordinator.locator(".strike-words label").first.click()
    coordinator.get_by_role("button", name="Se, hvor ordene står").click()
    expect(coordinator.get_by_text("Det bliver sløret")).to_be_visible()
    assert violations(coordinator) == []
    coordinator.get_by_label("Et navn eller kælenavn").check()
    coordinator.get_by_role("button", name="Slør nu").click()

    expect(coordinator.get_by_text("Ord er sløret")).to_be_visible()
    expect(coordinator.get_by_text("█████").first).to_be_visible()
    expect(coordinator.get_by_text("Billedet står, som det blev udgivet")).to_be_visible()
    coordinator.goto("/haendelsesnotater/")
    expect(coordinator.get_by_text("Vurderes senest").first).to_be_visible()


def test_a_partner_reads_the_partners_edition_without_scripts(visits: Visits) -> None:
    partner = visits.user(PARTNER, PHONE, scripts=False)

    partner.get_by_role("link", name="Læs billedet").click()

    expect(partner.get_by_text("Små tal er skjult i partnerudgaven.")).to_be_visible()
    expect(partner.get_by_text("Læst af")).to_have_count(0)
