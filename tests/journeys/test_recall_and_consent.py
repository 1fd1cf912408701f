"""What was told and taken into another file is taken back everywhere; a yes to a mentor holds until it is withdrawn."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.files import choose_what_to_tell, look_through, open_file, open_newest
from tests.journeys.people import HERLEV_CONSULTANT, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits, faults

SEEN = "Stod med den ældre gruppe ved boldbanen to aftener i træk."
NECESSITY = "SSP skal tale med den unge og forældrene i denne uge, mens kontakten til gruppen endnu er helt ny."
MENTOR = "Mentor Eksempel"
_KIND = "Mentor eller kontaktperson uden for myndighederne"


def test_a_recall_reaches_the_file_that_took_it_and_is_answered_for(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER)
    file = open_file(officer, "Rejse den Tilbagekaldte", seen=SEEN)
    officer.goto(f"{file}giv-videre/")
    choose_what_to_tell(officer, SEEN, "SSP Herlev", necessity=NECESSITY)
    look_through(officer)
    officer.get_by_role("button", name="Giv videre").click()
    consultant = visits.user(HERLEV_CONSULTANT, PHONE)
    taken = _take_in(consultant)
    expect(consultant.locator("main")).to_contain_text(SEEN)

    officer.locator("#givet-videre").get_by_role("link", name=re.compile("SSP Herlev")).first.click()
    officer.get_by_role("link", name="Ret eller kald tilbage").click()
    officer.get_by_text("Kald tilbage: det skulle ikke være givet videre", exact=True).click()
    officer.get_by_label("Hvad er galt?").fill("Det var en helt anden ung, der stod ved boldbanen den aften.")
    officer.get_by_role("button", name="Send til modtagerne").click()

    consultant.goto(taken)
    expect(consultant.locator("main")).to_contain_text("Kaldt tilbage af")
    expect(consultant.locator("main")).not_to_contain_text(SEEN)
    assert _is_in_order(consultant)
    consultant.get_by_role("link", name=re.compile("^Bekræft senest")).click()
    expect(consultant.locator("main")).to_contain_text("Taget ind i en sag af")
    assert _is_in_order(consultant)
    consultant.get_by_role("button", name="Bekræft, at det er slettet").click()
    expect(consultant.locator("main")).to_contain_text("Svar ja eller nej.")
    for question, answer in (("Er det brugt", "Ja"), ("Er det givet videre", "Nej")):
        group = consultant.get_by_role("group").filter(has_text=question)
        group.get_by_text(answer, exact=True).click()
    consultant.get_by_role("button", name="Bekræft, at det er slettet").click()
    expect(consultant.get_by_role("heading", level=1)).to_have_text("Kaldt tilbage")
    assert _is_in_order(consultant)

    officer.reload()
    expect(officer.locator("main")).to_contain_text("Det var brugt hos modtageren")


def test_a_letter_to_a_mentor_rests_on_a_consent_and_goes_with_it(visits: Visits) -> None:
    officer = visits.user(PREVENTION_OFFICER, PHONE)
    file = open_file(officer, "Rejse den Frivillige", seen=SEEN)
    officer.goto(f"{file}samtykke/")
    _say_yes_to_mentor(officer)
    assert _is_in_order(officer)
    officer.get_by_role("button", name="Gem").click()
    expect(officer.locator("#samtykke")).to_contain_text(f"{MENTOR} (mentor")
    assert _is_in_order(officer)

    officer.goto(f"{file}giv-videre/")
    officer.get_by_label(re.compile(re.escape(SEEN))).check()
    officer.get_by_text("En uden for Rundbord: familie").click()
    officer.get_by_label(re.compile("^En uden for Rundbord")).select_option(label=_KIND)
    officer.get_by_label(re.compile("^Navn")).first.fill(MENTOR)
    officer.get_by_label("Hvad er formålet?").select_option(label="Forebygge kriminalitet")
    officer.get_by_label(re.compile("^Hjemmel")).select_option(label="Samtykke")
    officer.get_by_label("Hvorfor er det nødvendigt?").fill(f"Mentoren skal vide det. {NECESSITY}")
    assert _is_in_order(officer)
    officer.get_by_role("button", name="Se det igennem").click()
    officer.get_by_role("button", name="Giv videre").click()
    expect(officer.locator("#givet-videre")).to_contain_text("Brev ikke afleveret")

    officer.get_by_role("link", name=re.compile("^Trukket tilbage")).click()
    officer.get_by_role("button", name="Notér, at det er trukket tilbage").click()
    expect(officer.locator("#givet-videre")).to_contain_text("Kaldt tilbage")


def _take_in(page: Page) -> str:
    """Open an own concern from what came last, and give the address of the file."""
    open_newest(page)
    page.get_by_role("link", name="Opret egen bekymring").click()
    page.get_by_label("Kun bekymring").check()
    page.get_by_label("Personens egen omgang med en gruppe").check()
    page.get_by_label(re.compile("^1 · Bekymrende adfærd")).check()
    page.get_by_label("Ja, de er orienteret").check()
    page.get_by_label("Mundtligt, med oplysningsark").check()
    page.get_by_label("Hvilken dag?").fill("2026-11-20")
    page.get_by_role("button", name="Opret bekymringen").click()
    expect(page.get_by_role("link", name="Ny oplysning")).to_be_visible()
    return page.url.partition("?")[0]


def _say_yes_to_mentor(page: Page) -> None:
    for giver in ("Personen selv", "Forældremyndighedsindehaver"):
        page.get_by_label(giver, exact=True).check()
    page.get_by_label(re.compile("^En uden for Rundbord")).select_option(label=_KIND)
    page.get_by_label(re.compile("^Navn")).first.fill(MENTOR)
    for choice in ("Forebygge kriminalitet", "Navn, cpr-nummer, adresse, forældre", "Rent private forhold"):
        page.get_by_label(choice, exact=True).check()
    page.get_by_label("Hvilken dag?").fill("2026-11-20")
    page.get_by_label(re.compile("^Gælder til og med")).fill("2027-03-01")
    for word in ("De kan sige nej", "De ved, hvad der deles", "Det er skriftligt"):
        page.get_by_label(re.compile(word)).check()


def _is_in_order(page: Page) -> bool:
    found = faults(page)
    assert found == []
    return True
