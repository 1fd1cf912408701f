"""The chair is handed over and the secretariat follows: the list moves with it, and the next chair is told."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.people import LEADER, OFFICER, SECRETARY
from tests.journeys.visitor import PHONE, Visits, faults


def test_the_chair_moves_to_a_municipality_alone_and_the_secretariat_with_it(visits: Visits) -> None:
    secretary, leader, officer = visits.user(SECRETARY), visits.user(LEADER, PHONE), visits.user(OFFICER)
    first_day = timezone.localdate() + timedelta(days=30)
    secretary.goto("/partnerskab/")
    expect(secretary.locator("main")).to_contain_text("Sekretariat: SSP Herlev")
    secretary.get_by_role("link", name="Overdrag formandskab").click()
    secretary.get_by_label("Nyt formandskab").select_option(label="Boligselskabet Vestbo")
    secretary.get_by_label("Fra og med").fill(first_day.isoformat())
    secretary.get_by_label("Nyt sekretariat").select_option(label="SSP Herlev")
    secretary.get_by_label("Overdragelse").fill("Mødeplanen er lagt. Budgettet skal afstemmes.")
    secretary.get_by_role("button", name="Overdrag").click()
    expect(secretary.locator("main")).to_contain_text("foreninger kan ikke have formandskabet.")

    secretary.get_by_label("Nyt formandskab").select_option(label="Gladsaxe Kommune")
    secretary.get_by_role("button", name="Overdrag").click()
    expect(secretary.locator("main")).to_contain_text("Sekretariatet følger formandskabet")

    secretary.get_by_label("Nyt sekretariat").select_option(label="SSP Gladsaxe")
    secretary.get_by_role("button", name="Overdrag").click()

    expect(secretary.get_by_role("heading", level=1)).to_have_text("Overdragelse af formandskabet")
    main = secretary.locator("main")
    expect(main).to_contain_text("Gladsaxe Kommune har formandskabet fra")
    expect(main).to_contain_text("SSP Gladsaxe")
    missing = main.get_by_text("Mangler", exact=True).count()
    main.get_by_role("button", name="Gjort").first.click()
    expect(secretary.locator("main").get_by_text("Mangler", exact=True)).to_have_count(missing - 1)
    assert faults(secretary) == []

    leader.goto("/beskeder/")
    leader.get_by_role("link", name="I overtager formandskabet").first.click()
    expect(leader.locator("main")).to_contain_text("Mødeplanen er lagt.")
    expect(leader.get_by_role("button", name="Gjort")).to_have_count(0)
    assert faults(leader) == []

    officer.goto("/partnerskab/")
    expect(officer.locator("main")).to_contain_text("Gladsaxe Kommune")
    expect(officer.get_by_role("link", name="Overdrag formandskab")).to_have_count(0)
    officer.get_by_role("link", name="Se overdragelsen").click()
    expect(officer.locator("main")).to_contain_text("Det, der flytter med")
