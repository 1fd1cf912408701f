"""Point 6: what is missing is said, two write at once, and words become a numbered picture on phone, wall and paper."""

from __future__ import annotations

import io
import re
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import COORDINATOR, OTHER_COORDINATOR, TASK_FORCE
from tests.journeys.steps import draft_section, paper, publish
from tests.journeys.visitor import PHONE, Visits, violations

SUMMARY = "/situationsbillede/kladde/summary/parties/"


def _wall(visits: Visits, coordinator: Page, where: str) -> Page:
    """Hang up a screen and light it."""
    coordinator.goto("/vaegskaerme/")
    coordinator.get_by_label("Hvor hænger skærmen?").fill(where)
    coordinator.get_by_role("button", name="Åbn skærm").click()
    wall = visits.stranger()
    wall.goto(coordinator.locator(".wall-address").inner_text())
    assert wall.url.endswith("/vaeg/")
    return wall


def test_who_has_not_reported_stands_in_draft_and_picture(visits: Visits, behind_the_scenes: Rows) -> None:
    page = visits.user(COORDINATOR)
    publish(page)
    behind_the_scenes.expect_reports_of("SSP Ballerup", by=timezone.localtime().time())

    page.goto("/situationsbillede/kladde/")
    expect(page.get_by_text("Der mangler oplysninger")).to_be_visible()
    expect(page.locator("main li").filter(has_text="SSP Ballerup")).to_contain_text("intet modtaget")
    number = publish(page)

    expect(page.locator("main li").filter(has_text="SSP Ballerup")).to_contain_text("intet modtaget")
    assert "SSP Ballerup" in paper(page, number)


def test_two_coordinators_write_the_same_section_and_lose_nothing(visits: Visits) -> None:
    gladsaxe, herlev = visits.user(COORDINATOR), visits.user(OTHER_COORDINATOR)
    draft_section(gladsaxe, "summary", "Roligt døgn.\n\nMødet er kl. 10.")
    herlev.goto(SUMMARY)
    herlev.get_by_label("Tekst").fill("Uro ved stationen.\n\nMødet er kl. 10.")

    draft_section(gladsaxe, "summary", "Roligt døgn.\n\nMødet er kl. 11.")

    expect(herlev.locator("#nu")).to_contain_text("Mødet er kl. 11.")
    herlev.get_by_role("button", name="Gem i kladden").click()
    expect(herlev.get_by_text("I har skrevet samtidig")).to_be_visible()
    expect(herlev.get_by_label("Tekst")).to_have_value("Uro ved stationen.\n\nMødet er kl. 11.")
    assert violations(herlev) == []
    herlev.get_by_role("button", name="Gem i kladden").click()
    expect(gladsaxe.get_by_text("Uro ved stationen.")).to_be_visible()


def test_a_picture_reaches_the_wall_by_itself_the_phone_and_the_paper(visits: Visits) -> None:
    coordinator, task_force = visits.user(COORDINATOR), visits.user(TASK_FORCE, PHONE)
    wall = _wall(visits, coordinator, "Mødelokale 2")
    before = int(re.findall(r"nr\. (\d+)", wall.locator("h1").inner_text())[0])
    draft_section(coordinator, "priorities", "Vær synlige ved søbredden efter skoletid.")
    draft_section(coordinator, "summary", "Roligt døgn, men mange samlet ved søbredden.")

    coordinator.get_by_role("link", name="Gennemse og udgiv").click()
    coordinator.get_by_role("button", name="Udgiv nu").click()

    number = before + 1
    expect(coordinator.locator("h1")).to_have_text(f"Situationsbillede nr. {number}")
    expect(wall.locator("h1")).to_have_text(f"Situationsbillede nr. {number}")
    expect(wall.get_by_text("Som kendt kl.")).to_be_visible()
    assert violations(wall) == []
    task_force.goto("/")
    expect(task_force.locator("main")).to_contain_text("Vær synlige ved søbredden efter skoletid.")
    task_force.get_by_role("link", name="Læs billedet").click()
    expect(task_force.locator("main")).to_contain_text("Roligt døgn, men mange samlet ved søbredden.")
    expect(task_force.get_by_role("link", name="Ret billedet")).to_have_count(0)
    printed = paper(task_force, number)
    assert f"Situationsbillede nr. {number}" in printed
    assert "Vær synlige ved søbredden efter skoletid." in printed


def test_a_closed_wall_goes_dark_by_itself(visits: Visits) -> None:
    coordinator = visits.user(COORDINATOR)
    wall = _wall(visits, coordinator, "Mødelokale 3")
    expect(wall.get_by_role("heading", name="Senest")).to_be_visible()

    coordinator.locator("li", has_text="Mødelokale 3").get_by_role("button", name="Luk skærmen").click()

    expect(wall.get_by_role("heading", name="Senest")).to_have_count(0)


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


def test_a_correction_is_numbered_and_the_readers_are_told(visits: Visits) -> None:
    coordinator, task_force = visits.user(COORDINATOR), visits.user(TASK_FORCE)
    number = publish(coordinator)
    task_force.goto(f"/situationsbillede/{number}/")

    coordinator.get_by_role("link", name="Ret billedet").click()
    coordinator.get_by_label("Rettelsen").fill("Mødet er kl. 9.30, ikke kl. 9.")
    coordinator.get_by_label("Alle parter", exact=True).check()
    coordinator.get_by_role("button", name="Udgiv rettelsen").click()

    expect(coordinator.locator("main")).to_contain_text("1. ")
    expect(task_force.get_by_text("Mødet er kl. 9.30, ikke kl. 9.")).to_be_visible()
    task_force.goto("/beskeder/")
    expect(task_force.get_by_text("Et situationsbillede er rettet").first).to_be_visible()
    assert "Mødet er kl. 9.30" in paper(task_force, number)


def test_the_spreadsheet_is_the_list(visits: Visits) -> None:
    page = visits.user(COORDINATOR)
    page.goto("/haendelser/?periode=7&kategori=uro")
    listed = page.locator("main tbody th").all_inner_texts()
    told = int(re.findall(r"\d+", page.locator(".page-head-lead").inner_text())[0])

    with page.expect_download() as download:
        page.get_by_role("link", name="Hent regneark").click()
    sheet = load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))["Hændelser"]
    header, *rows = list(sheet.iter_rows(values_only=True))

    column = header.index("Overskrift")
    assert listed
    assert [str(row[column]) for row in rows][: len(listed)] == listed
    assert len(rows) == told
