"""Exit: from an enquiry over a written consent to a told coordinator, and back again when the consent is withdrawn."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.people import COORDINATOR, EXIT_OF_MUNICIPALITY, EXIT_OF_POLICE, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits, faults

NAME = "Udvej Udvejsen"
WORDS = "Skal kunne hentes torsdag efter kl. 16, uden at nogen ved det."
NECESSITY = "Politiets koordinator skal kunne være i nærheden torsdag eftermiddag."


def test_an_enquiry_becomes_a_case_and_the_police_are_told_until_the_consent_is_withdrawn(visits: Visits) -> None:
    municipality = visits.user(EXIT_OF_MUNICIPALITY)
    case = _ask(municipality)
    expect(municipality.locator("main")).to_contain_text("Skriftligt samtykke først")
    assert faults(municipality) == []

    municipality.get_by_role("link", name="Notér samtykke").first.click()
    _agree(municipality)
    expect(municipality.get_by_role("heading", level=1)).to_have_text(NAME)
    municipality.get_by_role("link", name="Giv videre", exact=True).click()
    _tell(municipality, necessity="")
    expect(municipality.locator(".error-summary, [role=alert]").first).to_contain_text("nødvendig")
    expect(municipality.get_by_label("Andet, de skal vide")).to_have_value(WORDS)
    assert faults(municipality) == []
    municipality.get_by_label("Hvorfor er det nødvendigt?").fill(NECESSITY)
    municipality.get_by_role("button", name="Giv videre").click()
    expect(municipality.locator("#givet-videre")).to_contain_text("Ikke læst endnu")
    assert faults(municipality) == []

    police = visits.user(EXIT_OF_POLICE, PHONE)
    copy = _open_copy(police)
    expect(police.locator("main")).to_contain_text(WORDS)
    assert NAME not in police.title()
    assert faults(police) == []
    police.get_by_role("button", name="Kvittér for, at du har læst det").click()
    municipality.reload()
    expect(municipality.locator("#givet-videre")).to_contain_text("Læst")

    for stranger in (visits.user(COORDINATOR), visits.user(PREVENTION_OFFICER)):
        for address in (case, copy, "/exit/modtaget/"):
            assert stranger.goto(address).status in {403, 404}  # type: ignore[union-attr]

    municipality.get_by_role("button", name="Trukket tilbage", exact=True).click()
    expect(municipality.locator("#givet-videre")).to_contain_text("Samtykket er trukket tilbage")
    police.goto(copy)
    expect(police.locator("main")).to_contain_text("Samtykket er trukket tilbage")
    expect(police.locator("main")).not_to_contain_text(WORDS)
    assert faults(police) == []
    police.get_by_role("button", name="Bekræft, at ingen kopi er tilbage").click()
    expect(police.locator("main")).to_contain_text("Kan ikke læses mere")
    municipality.goto(case)
    expect(municipality.locator("#givet-videre")).to_contain_text("Slettet hos modtageren")


def _ask(page: Page) -> str:
    page.goto("/exit/ny/")
    page.get_by_label("Fornavn").fill("Udvej")
    page.get_by_label("Hvordan får du fat på personen?").fill("Gennem kontaktpersonen")
    page.get_by_label("Hvad gælder henvendelsen?").fill("Vil ud af miljøet.")
    page.get_by_label("Personen er fyldt 18 år").check()
    page.get_by_role("button", name="Gem henvendelsen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Udvej")
    return page.url


def _agree(page: Page) -> None:
    page.get_by_label("Fulde navn").fill(NAME)
    page.get_by_label("Fødselsdag").fill("1996-04-04")
    page.get_by_label("Underskrevet den").fill((timezone.localdate() - timedelta(days=1)).isoformat())
    page.get_by_text("12 måneder", exact=True).click()
    page.get_by_label("Kommunens koordinator").fill("Koordinatoren i kommunen")
    page.get_by_label("Politiets koordinator").fill("Koordinatoren hos politiet")
    page.get_by_label("Kriminalforsorgens koordinator").fill("ingen")
    page.get_by_label(re.compile("^Exit-koordinator, politiet")).check()
    for promise in ("Samtykket er skriftligt og underskrevet", "Samtykket er givet frit"):
        page.get_by_label(promise).check()
    page.get_by_label(re.compile("^Personen ved, hvad der deles")).check()
    page.get_by_role("button", name="Gem samtykket").click()


def _tell(page: Page, *, necessity: str) -> None:
    page.get_by_label(re.compile("^Exit-koordinator, politiet")).check()
    page.get_by_label(re.compile("^Status")).check()
    page.get_by_label("Andet, de skal vide").fill(WORDS)
    page.get_by_text("Kun bekymring", exact=True).click()
    page.get_by_label("Hvorfor er det nødvendigt?").fill(necessity)
    page.get_by_role("button", name="Giv videre").click()


def _open_copy(page: Page) -> str:
    page.goto("/exit/")
    page.get_by_role("link", name=re.compile("venter på dig")).click()
    page.get_by_role("link", name=NAME).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    return page.url
