"""Point 9: a decision springs from the picture, is carried out by another unit, and comes back in the next draft."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.people import COORDINATOR, HERLEV_CONSULTANT, TASK_FORCE
from tests.journeys.visitor import PHONE, Visits


def test_a_decision_is_done_by_another_unit_and_shown_in_the_next_draft(visits: Visits) -> None:
    task_force, other = visits.user(TASK_FORCE, PHONE), visits.user(HERLEV_CONSULTANT, PHONE)
    coordinator = visits.user(COORDINATOR)
    what = "Tal med kiosken om åbningstiden"
    task_force.get_by_role("link", name="Læs billedet").click()
    number = task_force.locator("h1").inner_text().split()[-1]
    task_force.get_by_role("link", name="Ny beslutning").click()
    task_force.get_by_label("Hvad skal der gøres?").fill(what)
    task_force.get_by_label("Hvilken enhed gør det?").select_option(label="SSP Herlev")
    task_force.get_by_label("Senest").fill((timezone.localdate() + timedelta(days=2)).isoformat())
    task_force.get_by_role("button", name="Giv opgaven").click()
    expect(task_force.get_by_role("link", name=f"Nr. {number}")).to_be_visible()
    coordinator.goto("/")
    expect(coordinator.locator("main")).to_contain_text(what)

    other.goto("/beskeder/")
    other.get_by_role("link", name="Din enhed har fået en opgave").first.click()
    expect(other.get_by_role("heading", level=1)).to_have_text(what)
    other.get_by_text("Gennemført", exact=True).click()
    other.get_by_label("Kort begrundelse eller resultat").fill("Kiosken lukker kl. 22 fra nu af.")
    other.get_by_role("button", name="Meld tilbage").click()

    coordinator.goto("/situationsbillede/kladde/")
    expect(coordinator.locator("tr").filter(has_text=what)).to_contain_text("Gennemført")
