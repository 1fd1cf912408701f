"""A release with a job on the day: planned by the police, told of in the municipality, looked back at afterwards."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.people import COORDINATOR, HERLEV_CONSULTANT, PREVENTION_OFFICER
from tests.journeys.visitor import PHONE, Visits, faults

NAME = "Port Portsen"
SEEN = "Løslades i dag. Begynder på lageret på mandag, bor hos sin far og bliver hentet af ham."
NECESSITY = (
    "SSP skal ringe i den første uge og sikre, at jobbet holder, mens de gamle venner stadig skriver til ham."
    " Ellers står han alene fra anden dag."
)
JOB, MET_BY = "Begynder på lageret på mandag", "Sin far og mentoren"


def test_a_release_with_a_job_on_the_day_and_a_watch_afterwards(visits: Visits) -> None:
    officer, today = visits.user(PREVENTION_OFFICER), timezone.localdate()
    file = _raise(officer)
    _begin(officer, file)
    release = officer.url

    _note(officer, "Gruppe og grundlag", {"Dømt, løslades": None, "KSP: løsladelsessamarbejdet": None})
    expect(officer.get_by_role("heading", level=1)).to_have_text("Løsladelse")
    _note(officer, "Løsladelsesdag", {"Forventet løsladt den": today.isoformat()})
    assert faults(officer) == []
    _plan(officer)
    for heading in ("Kontakt til kommunen", "Bolig og forsørgelse", "Løsladelsesmøde"):
        _note(officer, heading, {"Ikke aktuelt: der er kortere tid tilbage": None})
    _take(officer, "Løsladelsen")
    assert faults(officer) == []
    officer.get_by_text("Mødt af nogen", exact=True).click()
    for label, words in (
        ("Løsladt den", today.isoformat()),
        ("Hvem mødte personen?", MET_BY),
        ("Hvor sover personen i nat?", "Hos sin far"),
        ("Skole eller job", JOB),
        ("Hvem er der?", "Faren, søsteren og mentoren"),
        ("Hvem kan personen ringe til?", "Mentoren, også om aftenen"),
    ):
        officer.get_by_label(label).fill(words)
    officer.get_by_role("button", name="Gem").click()

    main = officer.locator("main")
    expect(main).to_contain_text("Første kontakt")
    for days in (14, 30, 60, 90):
        # Each look back has its day from the moment somebody is out.
        looked = officer.locator("li", has_text=f"Se tilbage efter {days} dage")
        day = today + timedelta(days=days)
        expect(looked).to_contain_text(f"{day.day}/{day.month}")
    officer.locator(".foldout summary").first.click()
    expect(main).to_contain_text(JOB)
    _note(officer, "Første kontakt", {"Mødtes": None, "Hvordan gik de første dage?": "Mødte på arbejde begge dage."})
    expect(main).to_contain_text("Ingen tal, ingen rangordning.")
    assert faults(officer) == []

    _pass_on(officer, file)
    consultant = visits.user(COORDINATOR, PHONE)
    consultant.goto("/modtaget/")
    consultant.get_by_role("link").filter(has_text=re.compile("Forebyggende afdeling")).first.click()
    expect(consultant.locator("main")).to_contain_text(SEEN)

    for stranger in (consultant, visits.user(HERLEV_CONSULTANT)):
        stranger.goto(release)
        expect(stranger.get_by_role("heading", level=1)).to_contain_text("findes ikke")


def _raise(page: Page) -> str:
    """Open a file on somebody of seventeen who was convicted; give its address."""
    page.goto("/unge/ny/")
    page.get_by_label("Navn", exact=True).fill(NAME)
    born_on = timezone.localdate() - timedelta(days=17 * 365 + 100)
    page.get_by_label("Fødselsdag").fill(born_on.isoformat())
    page.get_by_label("Dømt", exact=True).check()
    page.get_by_label("Personens egen omgang med en gruppe").check()
    page.get_by_label(re.compile("^1 · Bekymrende adfærd")).check()
    page.get_by_label("Hvad er set eller hørt?").fill(SEEN)
    page.get_by_label("Jeg har selv set eller hørt det").check()
    page.get_by_label("Ja, de er orienteret").check()
    page.get_by_label("Mundtligt, med oplysningsark").check()
    page.get_by_label("Hvilken dag?").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Opret bekymringen").click()
    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()
    return page.url.partition("?")[0]


def _begin(page: Page, file: str) -> None:
    page.goto(f"/indsatser/ung/{file.rstrip('/').rpartition('/')[2]}/ny/")
    page.get_by_role("button", name=re.compile("^Sæt i gang.*Løsladelse$")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Løsladelse")


def _take(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=2, name=heading)).to_be_visible()
    page.get_by_role("link", name="Notér skridtet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def _note(page: Page, heading: str, filled: dict[str, str | None]) -> None:
    """Note the step that is next: choices by their words, fields by their labels."""
    _take(page, heading)
    for label, words in filled.items():
        if words is None:
            page.locator("label").filter(has_text=re.compile(f"^\\s*{re.escape(label)}")).first.click()
        else:
            page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Gem").click()


def _plan(page: Page) -> None:
    _take(page, "Plan")
    for label, words in (
        ("Bolig", "Hos sin far"),
        ("Uddannelse eller job", JOB),
        ("Netværk", "Faren og mentoren"),
        ("Hvad siger personen selv?", "Vil bare i gang."),
        ("Hvem", "Faren"),
        ("Hvad", "Henter ham"),
        ("Hvornår", "kl. 9 på dagen"),
    ):
        page.get_by_label(label, exact=True).first.fill(words)
    page.get_by_role("button", name="Gem").click()


def _pass_on(page: Page, file: str) -> None:
    page.goto(f"{file}giv-videre/")
    page.get_by_label(re.compile(re.escape(SEEN))).check()
    page.get_by_label("SSP Gladsaxe", exact=True).check()
    page.get_by_label("Hvad er formålet?").select_option(label="Forebygge kriminalitet")
    page.get_by_label("Hvorfor er det nødvendigt?").fill(NECESSITY)
    page.get_by_role("button", name="Se det igennem").click()
    page.locator("#hjemler .entry, #hjemler .card, #hjemler li").filter(has_text="SSP-samarbejdet").first.get_by_role(
        "button", name="Brug denne"
    ).click()
    if page.get_by_role("heading", level=1, name="Se det igennem").count() == 0:
        page.get_by_role("button", name="Se det igennem").click()
    page.get_by_role("button", name="Giv videre").click()
    expect(page.locator("#givet-videre")).to_contain_text("SSP Gladsaxe")
