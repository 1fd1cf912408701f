"""Points 6 and 9: what is missing is said, words become a numbered picture, on paper too, and decisions come back."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.visitor import PHONE, Visits

COORDINATOR = "Koordinator, SSP Gladsaxe"
TASK_FORCE = "Taskforce, Gladsaxe"
STREET_WORKER = "Gademedarbejder, Herlev"
OTHER_UNIT = "SSP-konsulent, Herlev"
DPO = "Databeskyttelsesrådgiver, Gladsaxe"


@pytest.fixture(autouse=True)
def _empty_forms(behind_the_scenes: Rows) -> None:
    behind_the_scenes.forget_drafts()


def _write(page: Page, section: str, text: str) -> None:
    page.goto(f"/situationsbillede/kladde/{section}/parties/")
    page.get_by_label("Tekst").fill(text)
    page.get_by_role("button", name="Gem i kladden").click()


def _publish(page: Page) -> int:
    page.goto("/situationsbillede/kladde/udgiv/")
    confirm = page.get_by_label("Jeg har set ordene igennem.")
    if confirm.count():
        confirm.check()
    page.get_by_role("button", name="Udgiv nu").click()
    heading = page.get_by_role("heading", level=1, name=re.compile(r"^Situationsbillede nr\. \d+$"))
    expect(heading).to_be_visible()
    return int(heading.inner_text().split()[-1])


def _paper(page: Page, number: int) -> str:
    answer = page.request.get(f"/situationsbillede/{number}/pdf/")
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(answer.body())).pages)


def test_who_has_not_reported_stands_in_draft_and_picture(visits: Visits, behind_the_scenes: Rows) -> None:
    page = visits.user(COORDINATOR)
    _publish(page)
    behind_the_scenes.expect_reports_of("SSP Ballerup", by=timezone.localtime().time())

    page.goto("/situationsbillede/kladde/")
    expect(page.get_by_text("Der mangler oplysninger")).to_be_visible()
    expect(page.locator("main li").filter(has_text="SSP Ballerup")).to_contain_text("intet modtaget")
    number = _publish(page)

    expect(page.locator("main li").filter(has_text="SSP Ballerup")).to_contain_text("intet modtaget")
    assert "SSP Ballerup" in _paper(page, number)


def test_priorities_are_read_on_the_phone_and_on_paper(visits: Visits) -> None:
    coordinator, task_force = visits.user(COORDINATOR), visits.user(TASK_FORCE, PHONE)
    _write(coordinator, "summary", "Roligt døgn, men mange samlet ved søbredden.")
    _write(coordinator, "priorities", "Vær synlige ved søbredden efter skoletid.")

    number = _publish(coordinator)

    task_force.goto("/")
    expect(task_force.locator("main")).to_contain_text("Vær synlige ved søbredden efter skoletid.")
    task_force.get_by_role("link", name="Læs billedet").click()
    expect(task_force.locator("main")).to_contain_text("Roligt døgn, men mange samlet ved søbredden.")
    expect(task_force.get_by_role("link", name="Ret billedet")).to_have_count(0)
    paper = _paper(task_force, number)
    assert f"Situationsbillede nr. {number}" in paper
    assert "Vær synlige ved søbredden efter skoletid." in paper


def test_a_correction_is_numbered_and_the_readers_are_told(visits: Visits) -> None:
    coordinator, task_force = visits.user(COORDINATOR), visits.user(TASK_FORCE)
    number = _publish(coordinator)
    task_force.goto(f"/situationsbillede/{number}/")

    coordinator.get_by_role("link", name="Ret billedet").click()
    coordinator.get_by_label("Rettelsen").fill("Mødet er kl. 9.30, ikke kl. 9.")
    coordinator.get_by_label("Alle parter", exact=True).check()
    coordinator.get_by_role("button", name="Udgiv rettelsen").click()

    expect(coordinator.locator("main")).to_contain_text("1. ")
    expect(task_force.get_by_text("Mødet er kl. 9.30, ikke kl. 9.")).to_be_visible(timeout=20_000)
    task_force.goto("/beskeder/")
    expect(task_force.get_by_text("Et situationsbillede er rettet").first).to_be_visible()
    assert "Mødet er kl. 9.30" in _paper(task_force, number)


def test_a_person_who_slipped_through_is_struck_everywhere(visits: Visits) -> None:
    coordinator, task_force = visits.user(COORDINATOR), visits.user(TASK_FORCE)
    coordinator.goto("/situationsbillede/kladde/summary/parties/")
    coordinator.get_by_label("Tekst").fill("Uroen ved torvet begyndte omkring Mehmet Eksempelsen.")
    coordinator.get_by_role("button", name="Gem i kladden").click()
    coordinator.get_by_text("Behold ordene").click()
    coordinator.get_by_role("button", name="Gem i kladden").click()
    number = _publish(coordinator)
    task_force.goto(f"/situationsbillede/{number}/")
    assert "Mehmet Eksempelsen" in _paper(task_force, number)

    coordinator.get_by_role("link", name="Slør en person").click()
    for word in ("Mehmet", "Eksempelsen"):
        coordinator.locator(".strike-words label").filter(has_text=word).first.click()
    coordinator.get_by_role("button", name="Se, hvor ordene står").click()
    coordinator.get_by_label("Et navn eller kælenavn").check()
    coordinator.get_by_role("button", name="Slør nu").click()
    expect(coordinator.get_by_text("Ord er sløret").first).to_be_visible()

    task_force.goto(f"/situationsbillede/{number}/")
    assert "Eksempelsen" not in task_force.content()
    assert "Eksempelsen" not in _paper(task_force, number)
    task_force.goto("/beskeder/")
    expect(task_force.get_by_text("En person er sløret i et situationsbillede").first).to_be_visible()
    dpo = visits.user(DPO)
    dpo.goto("/haendelsesnotater/")
    expect(dpo.get_by_text("Et navn eller kælenavn").first).to_be_visible()
    expect(dpo.get_by_text("Vurderes senest").first).to_be_visible()


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


def test_a_decision_is_done_by_another_unit_and_shown_in_the_next_draft(visits: Visits) -> None:
    coordinator, other = visits.user(COORDINATOR), visits.user(OTHER_UNIT, PHONE)
    what = "Tal med kiosken om åbningstiden"
    coordinator.goto("/")
    coordinator.get_by_role("link", name="Læs billedet").click()
    coordinator.get_by_role("link", name="Ny beslutning").click()
    coordinator.get_by_label("Hvad skal der gøres?").fill(what)
    coordinator.get_by_label("Hvilken enhed gør det?").select_option(label="SSP Herlev")
    coordinator.get_by_label("Senest").fill((timezone.localdate() + timedelta(days=2)).isoformat())
    coordinator.get_by_role("button", name="Giv opgaven").click()
    coordinator.goto("/")
    expect(coordinator.locator("main")).to_contain_text(what)

    other.goto("/beskeder/")
    other.get_by_role("link", name="Din enhed har fået en opgave").first.click()
    expect(other.get_by_role("heading", level=1)).to_have_text(what)
    other.get_by_text("Gennemført", exact=True).click()
    other.get_by_label("Kort begrundelse eller resultat").fill("Kiosken lukker kl. 22 fra nu af.")
    other.get_by_role("button", name="Meld tilbage").click()

    coordinator.goto("/situationsbillede/kladde/")
    row = coordinator.locator("tr").filter(has_text=what)
    expect(row).to_contain_text("Gennemført")
