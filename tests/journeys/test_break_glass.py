"""Break-glass: a look in vain, a file opened and what comes of it, limits of reading, and acts that want two."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.files import open_file
from tests.journeys.people import COORDINATOR, DPO, LEADER
from tests.journeys.visitor import PHONE, Visits, faults

NAME = "Nød Adgangsen"


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_whoever_looks_in_vain_is_told_nothing(size: str, visits: Visits) -> None:
    leader = visits.user(LEADER, PHONE) if size == "phone" else visits.user(LEADER)
    leader.goto("/noedadgang/")
    expect(leader.get_by_role("heading", level=1)).to_have_text("Nødadgang")
    assert faults(leader) == []

    leader.get_by_role("link", name="Åbn en sag").click()
    expect(leader.get_by_label("CPR-nummer")).to_be_visible()
    assert faults(leader) == []
    leader.get_by_label("CPR-nummer").fill("610112-4321")
    leader.get_by_label("Hvad er der sket").fill("Der er uro på stationen, og ingen i enheden svarer.")
    leader.get_by_label("Jeg har læst, hvad der sker").check()
    leader.get_by_role("button", name="Åbn sagen nu").click()
    expect(leader.get_by_text("Der er ingen sag, som nødadgang kan åbne")).to_be_visible()
    assert faults(leader) == []

    for path, heading in (("/logkontrol/graenser/", "Grænser for læsning"), ("/to-personer/", "To personer")):
        leader.goto(path)
        expect(leader.get_by_role("heading", level=1)).to_have_text(heading)
        assert faults(leader) == []


def test_a_file_is_opened_for_an_hour_and_the_officer_finds_a_breach_in_it(visits: Visits) -> None:
    owner, leader, officer = visits.user(COORDINATOR), visits.user(LEADER, PHONE), visits.user(DPO)
    file = open_file(owner, NAME, seen="Stod alene ved kiosken til sent.")
    leader.goto(file)
    expect(leader.get_by_role("heading", level=1)).to_contain_text("findes ikke")

    _open(leader, NAME)
    expect(leader.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(leader.get_by_text("minutter tilbage")).to_be_visible()
    assert NAME not in leader.title()
    assert faults(leader) == []
    assert leader.locator("main form").count() == 1, "nothing but the way out"
    leader.goto(file)
    expect(leader.get_by_role("heading", level=1)).to_contain_text("findes ikke")
    leader.goto("/noedadgang/sag/")
    leader.get_by_role("button", name="Afslut nu").click()
    leader.goto("/noedadgang/sag/")
    expect(leader.get_by_text(NAME)).to_have_count(0)

    owner.goto("/beskeder/")
    expect(owner.locator("main")).to_contain_text("ødadgang")
    officer.goto("/noedadgang/")
    officer.locator(".entry a").first.click()
    expect(officer.get_by_text(NAME)).to_have_count(0)
    assert faults(officer) == []
    officer.get_by_text("Uberettiget", exact=True).click()
    officer.get_by_label("Hvorfor?").fill("Der var ingen fare, og enheden kunne nås på telefonen.")
    officer.get_by_role("button", name="Gem efterkontrollen").click()
    officer.get_by_role("link", name="Registrér det som et brud").click()
    expect(officer.get_by_label("Hvordan blev det opdaget?")).to_have_value("break_glass")
    assert faults(officer) == []
    officer.get_by_label("Hvad er der sket?").fill("En leder åbnede en sag uden grund og læste den i et minut.")
    officer.get_by_role("button", name="Registrér").click()
    expect(officer.locator("main")).to_contain_text("timer")


def _open(leader: Page, name: str) -> None:
    leader.goto("/noedadgang/aabn/")
    leader.get_by_label("Hele navnet").fill(name)
    leader.get_by_label("Hvad er der sket").fill("Der er uro på stationen, og ingen i enheden svarer.")
    leader.get_by_label("Jeg har læst, hvad der sker").check()
    leader.get_by_role("button", name="Åbn sagen nu").click()
