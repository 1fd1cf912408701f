"""A concern, from the inbox to the file and back by a search; the form works without scripts."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import COORDINATOR, HERLEV_CONSULTANT
from tests.journeys.visitor import PHONE, Visits, violations

NAME = "Prøvet Prøvning"


def test_a_report_becomes_a_concern_that_the_unit_finds_again(visits: Visits, behind_the_scenes: Rows) -> None:
    page = visits.user(COORDINATOR, scripts=False)
    page.goto("/indbakke/")
    page.get_by_role("link", name=re.compile("^Opret bekymring")).first.click()
    _fill(page)

    page.get_by_role("button", name="Opret bekymringen").click()

    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    assert NAME not in page.title()
    read_before = behind_the_scenes.logged("young_person_read")
    page.goto("/unge/find/")
    page.get_by_label("Navn").fill("prøvning")
    page.get_by_label("Hvorfor leder du?").fill("Følger op på samtalen med klubben.")
    page.get_by_role("button", name="Søg").click()
    assert "r%C3%B8vning" not in page.url
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_text("Set ved kiosken sent om aftenen.").first).to_be_visible()
    assert behind_the_scenes.logged("young_person_read") == read_before + 1


def test_another_municipality_finds_nobody(visits: Visits) -> None:
    page = visits.user(HERLEV_CONSULTANT, PHONE)
    page.goto("/unge/find/")
    page.get_by_label("Navn").fill("Eksempel")
    page.get_by_label("Hvorfor leder du?").fill("Følger op på samtalen med klubben.")

    page.get_by_role("button", name="Søg").click()

    expect(page.get_by_text("Ingen sager fundet")).to_be_visible()
    assert violations(page) == []


def _fill(page: Page) -> None:
    page.get_by_label("Navn", exact=True).fill(NAME)
    page.get_by_label("Kun bekymring").check()
    page.get_by_label("Personens trivsel").check()
    page.get_by_label(re.compile("^1 · Bekymrende adfærd")).check()
    page.get_by_label("Hvad er set eller hørt?").fill("Set ved kiosken sent om aftenen.")
    page.get_by_label("Jeg har selv set eller hørt det").check()
    page.get_by_label("Ja, de er orienteret").check()
    page.get_by_label("Mundtligt, med oplysningsark").check()
    page.get_by_label("Hvilken dag?").fill("2026-11-20")
