"""The doors of break-glass: what will happen, a look in vain, limits of reading, and acts that want two."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.people import LEADER
from tests.journeys.visitor import PHONE, Visits, faults


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_whoever_looks_in_vain_is_told_nothing(size: str, visits: Visits) -> None:
    leader = visits.user(LEADER, PHONE) if size == "phone" else visits.user(LEADER)
    leader.goto("/noedadgang/")
    expect(leader.get_by_role("heading", level=1)).to_have_text("Nødadgang")
    assert faults(leader) == []

    leader.get_by_role("link", name="Åbn en sag").click()
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
