"""Point 7: no person gets in, and one who slipped through is struck out of every copy."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import COORDINATOR, DPO, STREET_WORKER, TASK_FORCE
from tests.journeys.steps import draft_section, expect_saved, paper, publish, send, write_report
from tests.journeys.visitor import PHONE, Visits, violations


def test_a_cpr_number_is_stopped_with_the_words_shown(visits: Visits) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    write_report(page, "Han viste sit kort, 010190-9990, til os.")

    send(page)

    expect(page.locator(".guard").get_by_text("010190-9990").first).to_be_visible()
    expect(page.get_by_text("Behold ordene")).to_have_count(0)
    expect(page).to_have_url(re.compile("/indberet/$"))


def test_a_name_is_warned_about_and_the_masked_wording_taken(visits: Visits) -> None:
    page = visits.user(STREET_WORKER, PHONE)
    write_report(page, "Mehmet råbte ad de andre.", place="Opgangen")

    send(page)
    expect(page.locator(".guard-words").get_by_text("»Mehmet«")).to_be_visible()
    page.get_by_text("Brug dette forslag").click()
    send(page)

    expect_saved(page)
    assert "Mehmet" not in page.locator("body").inner_text()


def test_keeping_a_name_is_possible_and_logged(visits: Visits, behind_the_scenes: Rows) -> None:
    before = behind_the_scenes.logged("guard_overridden")
    page = visits.user(STREET_WORKER, PHONE)
    write_report(page, "Fatima gik forbi, mens vi stod der.", place="Torvet")

    send(page)
    page.get_by_text("Behold ordene").click()
    send(page)

    expect_saved(page)
    expect(page.get_by_text("Fatima gik forbi, mens vi stod der.").first).to_be_visible()
    assert behind_the_scenes.logged("guard_overridden") == before + 1


def test_a_person_who_slipped_through_is_struck_everywhere(visits: Visits) -> None:
    coordinator, task_force = visits.user(COORDINATOR), visits.user(TASK_FORCE)
    draft_section(coordinator, "summary", "Uroen ved torvet begyndte omkring Mehmet Eksempelsen.")
    coordinator.get_by_text("Behold ordene").click()
    coordinator.get_by_role("button", name="Gem i kladden").click()
    number = publish(coordinator)
    task_force.goto(f"/situationsbillede/{number}/")
    assert "Mehmet Eksempelsen" in paper(task_force, number)

    coordinator.get_by_role("link", name="Slør en person").click()
    for word in ("Mehmet", "Eksempelsen"):
        coordinator.locator(".strike-words label").filter(has_text=word).first.click()
    coordinator.get_by_role("button", name="Se, hvor ordene står").click()
    expect(coordinator.get_by_text("Det bliver sløret")).to_be_visible()
    assert violations(coordinator) == []
    coordinator.get_by_label("Et navn eller kælenavn").check()
    coordinator.get_by_role("button", name="Slør nu").click()
    expect(coordinator.get_by_text("Ord er sløret").first).to_be_visible()
    expect(coordinator.get_by_text("█████").first).to_be_visible()
    expect(coordinator.get_by_text("Billedet står, som det blev udgivet")).to_be_visible()

    task_force.goto(f"/situationsbillede/{number}/")
    assert "Eksempelsen" not in task_force.content()
    assert "Eksempelsen" not in paper(task_force, number)
    task_force.goto("/beskeder/")
    expect(task_force.get_by_text("En person er sløret i et situationsbillede").first).to_be_visible()
    for reader in (coordinator, visits.user(DPO)):
        reader.goto("/haendelsesnotater/")
        expect(reader.get_by_text("Et navn eller kælenavn").first).to_be_visible()
        expect(reader.get_by_text("Vurderes senest").first).to_be_visible()
