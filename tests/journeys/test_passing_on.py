"""Passing on: what is refused tells what is wrong and becomes lawful; a correction reaches everybody who was told."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.files import choose_what_to_tell, look_through, open_file, open_newest
from tests.journeys.people import COORDINATOR, HERLEV_CONSULTANT, OTHER_COORDINATOR, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits, violations

NAME = "Rejse Rejsesen"
SEEN = "Stod med den ældre gruppe ved stationen tre aftener i træk."
RIGHTED = "Stod med den ældre gruppe ved stationen én aften."
NECESSITY = (
    "SSP skal tale med den unge og forældrene denne uge, mens kontakten til gruppen er ny."
    " Ellers når gruppen ham først."
)


def test_a_refused_disclosure_becomes_a_lawful_one_and_is_read_where_it_was_sent(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    file = open_file(officer, NAME, seen=SEEN)
    officer.goto(f"{file}giv-videre/")
    choose_what_to_tell(officer, SEEN, "SSP Herlev", necessity="Godt at vide.")
    officer.get_by_role("button", name="Se det igennem").click()

    refused = officer.locator("#indsigelser")
    expect(refused).to_contain_text("Vælg, hvilken hjemmel oplysningerne gives videre efter.")
    refused.get_by_role("button", name=re.compile("SSP-samarbejdet")).first.click()
    expect(refused).to_contain_text("Skriv med egne ord, hvorfor det er nødvendigt at dele.")
    expect(officer.get_by_label("Hvorfor er det nødvendigt?")).to_have_value("Godt at vide.")
    assert violations(officer) == []

    officer.get_by_label("Hvorfor er det nødvendigt?").fill(NECESSITY)
    look_through(officer)
    expect(officer.get_by_role("heading", level=1)).to_have_text("Se det igennem")
    expect(officer.locator("main")).to_contain_text("SSP Herlev")
    assert violations(officer) == []
    officer.get_by_role("button", name="Giv videre").click()
    expect(officer.locator("#givet-videre")).to_contain_text("SSP Herlev")

    consultant = visits.user(HERLEV_CONSULTANT, PHONE)
    open_newest(consultant)
    expect(consultant.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(consultant.locator("main")).to_contain_text(SEEN)
    assert NAME not in consultant.title()
    assert violations(consultant) == []
    consultant.get_by_role("button", name="Kvittér for, at du har læst det").click()
    expect(consultant.locator("main")).to_contain_text("Kvitteret")

    stranger = visits.user(COORDINATOR)
    stranger.goto(consultant.url)
    expect(stranger.get_by_role("heading", level=1)).to_contain_text("findes ikke")


def test_a_correction_reaches_everybody_who_was_told_and_each_confirms(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    file = open_file(officer, f"{NAME} den Anden", seen=SEEN)
    officer.goto(f"{file}giv-videre/")
    choose_what_to_tell(
        officer, SEEN, "SSP Herlev", "SSP Gladsaxe", "SSP Ballerup", necessity=f"Tre enheder møder ham. {NECESSITY}"
    )
    look_through(officer)
    officer.get_by_role("button", name="Giv videre").click()
    officer.locator("#givet-videre").get_by_role("link", name=re.compile("SSP Herlev")).first.click()

    officer.get_by_role("link", name="Ret eller kald tilbage").click()
    officer.get_by_text("Ret ordene", exact=True).click()
    officer.get_by_label("Hvilken oplysning?").select_option(index=1)
    officer.get_by_label("Det skal der stå").fill(RIGHTED)
    officer.get_by_label("Hvad er galt?").fill("Vi havde talt den samme aften med tre gange.")
    officer.get_by_role("button", name=re.compile("^(Send|Ret)")).last.click()
    expect(officer.locator("main")).to_contain_text("Skal bekræftes senest")

    for reader in (HERLEV_CONSULTANT, OTHER_COORDINATOR, COORDINATOR):
        page = visits.user(reader)
        open_newest(page)
        expect(page.locator("main")).to_contain_text(RIGHTED)
        confirm = page.get_by_role("link", name="Bekræft, at det er rettet")
        if confirm.count():
            confirm.click()
            for question in page.get_by_role("group").filter(has_text="Er det").all():
                question.get_by_text("Nej", exact=True).click()
            page.get_by_role("button", name="Bekræft, at det er rettet").click()
        expect(page.get_by_text("Afsenderen har rettet noget")).to_have_count(0)

    officer.reload()
    expect(officer.locator("main")).to_contain_text("Bekræftet")
