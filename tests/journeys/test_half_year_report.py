"""A half-year report: every number equals the list that it opens; words are added, it is approved, and then fixed."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.people import HERLEV_CONSULTANT, LEADER, PREVENTION_OFFICER, SECRETARY
from tests.journeys.visitor import PHONE, Visits, faults

_NUMBER = re.compile(r"[\d.]+")


def _open(page: Page, state: str) -> None:
    page.goto("/overblik/")
    page.get_by_role("link", name="Rapporter").first.click()
    page.locator("article, li, section").filter(has_text=state).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Halvårsrapport")


def _numbers(page: Page) -> list[tuple[str, int, str]]:
    """Read each number of the report with the address of its list."""
    found = []
    for row in page.locator("tbody tr:has(th a)").all():
        link = row.get_by_role("link")
        count = int(row.locator("td").inner_text().replace(".", ""))
        found.append((link.inner_text(), count, link.get_attribute("href") or ""))
    return found


def _listed(page: Page, address: str) -> int:
    """Read how many the list says that it holds; it stops counting at a thousand."""
    page.goto(address)
    said = _NUMBER.search(page.locator(".lead").first.inner_text())
    assert said is not None
    return int(said[0].replace(".", ""))


def test_the_numbers_in_the_report_equal_the_lists_one_can_open(visits: Visits) -> None:
    for name in (PREVENTION_OFFICER, HERLEV_CONSULTANT):
        page = visits.user(name)
        _open(page, "Kladde")
        numbers = _numbers(page)

        wrong = [
            f"{name}: {label} is {count} and its list {listed}"
            for label, count, address in numbers
            if (listed := _listed(page, address)) != min(count, 1000)
        ]

        assert {"Hændelser i alt", "Beslutninger truffet", "Vagter på gaden"} <= {label for label, _, _ in numbers}
        assert wrong == []


def test_a_list_shows_as_many_rows_as_the_report_counted(visits: Visits) -> None:
    page = visits.user(LEADER)
    _open(page, "Kladde")
    short = [(count, address) for _, count, address in _numbers(page) if 0 < count <= 30]

    for count, address in short:
        page.goto(address)
        expect(page.locator("main tbody tr")).to_have_count(count)

    assert short


def test_words_stand_in_the_draft_and_an_approved_report_is_a_file_and_fixed(visits: Visits) -> None:
    secretary, leader = visits.user(SECRETARY, PHONE), visits.user(LEADER)
    _open(secretary, "Kladde")
    secretary.get_by_role("link", name="Skriv i afsnittet").first.click()
    secretary.get_by_label("Jeres ord").fill("Efteråret var roligt omkring stationerne.")
    secretary.get_by_role("button", name="Gem ordene").click()
    expect(secretary.locator("main")).to_contain_text("Efteråret var roligt omkring stationerne.")
    assert faults(secretary) == []

    _open(leader, "Godkendt")
    expect(leader.locator("main")).to_contain_text("ændres ikke mere")
    expect(leader.get_by_role("link", name="Skriv i afsnittet")).to_have_count(0)
    expect(leader.locator("main")).to_contain_text("under 5")
    assert faults(leader) == []

    with leader.expect_download() as downloaded:
        leader.get_by_role("link", name="Hent PDF").click()
    assert downloaded.value.path().read_bytes().startswith(b"%PDF")
