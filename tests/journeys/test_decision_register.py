"""A decision is taken, is overdue, climbs to the leader and is closed with what it led to; a list is taken over."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import HERLEV_CONSULTANT, LEADER
from tests.journeys.visitor import PHONE, Visits, faults

LEADER_OF_UNIT = "Leder, SSP Gladsaxe"
WHAT = "Aftal faste tider i hallen"
WHY = "Mange mødes uden for hallen om aftenen."


def _decide(page: Page) -> None:
    page.goto("/opgaver/ny/")
    page.get_by_label("Hvad skal der gøres?").fill(WHAT)
    page.get_by_label("Hvilken enhed gør det?").select_option(label="SSP Gladsaxe")
    page.get_by_label("Senest").fill((timezone.localdate() + timedelta(days=2)).isoformat())
    page.get_by_label("Hvorfor?").fill(WHY)
    page.get_by_text("Alternativer, grundlag, gennemgang og forum").click()
    page.get_by_label("Hvad blev ellers overvejet?").fill("At lukke hallen. Valgt fra: så mødes de på stationen.")
    page.get_by_label("Hvad bygger beslutningen på?").fill("9 meldinger på to uger mod 3 før.")
    page.get_by_label("Ses igennem igen").fill((timezone.localdate() + timedelta(days=30)).isoformat())
    assert faults(page) == []
    page.get_by_role("button", name="Giv opgaven").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WHAT)


def test_what_is_overdue_climbs_to_the_leader_and_is_closed_with_what_it_led_to(
    visits: Visits, behind_the_scenes: Rows
) -> None:
    decider, unit_leader = visits.user(LEADER), visits.user(LEADER_OF_UNIT, PHONE)
    other = visits.user(HERLEV_CONSULTANT)
    _decide(decider)
    address = decider.url

    other.goto(address)
    other.get_by_role("link", name="Notér uenighed").click()
    other.get_by_label("Hvad er enheden uenig i, og hvorfor?").fill("Vi ville hellere åbne klubben.")
    assert faults(other) == []
    other.get_by_role("button", name="Gem").click()
    expect(other.get_by_text("Vi ville hellere åbne klubben.")).to_be_visible()

    behind_the_scenes.let_task_be_late(WHAT, 12)
    behind_the_scenes.let_the_night_come("rundbord.tasks.remind_of_overdue")
    behind_the_scenes.let_the_night_come("rundbord.tasks.climb")

    unit_leader.goto("/beskeder/")
    unit_leader.get_by_role("link", name="En opgave i din enhed er stadig over fristen").first.click()
    expect(unit_leader.get_by_role("heading", level=1)).to_have_text(WHAT)
    expect(unit_leader.get_by_text("Løftet til lederen")).to_be_visible()
    unit_leader.get_by_text("Gennemført", exact=True).click()
    unit_leader.get_by_label("Kort begrundelse eller resultat").fill("Hallen har faste tider tirsdag og torsdag.")
    unit_leader.locator("summary", has_text="Virkning").click()
    unit_leader.get_by_label("Virkning", exact=False).last.fill("Meget bedre.")
    unit_leader.get_by_text("Målt", exact=True).click()
    unit_leader.get_by_role("button", name="Meld tilbage").click()
    expect(unit_leader.get_by_text("Skriv, hvad der er målt, og tallet").first).to_be_visible()
    unit_leader.get_by_label("Virkning", exact=False).last.fill("4 meldinger på to uger mod 9 før.")
    unit_leader.get_by_role("button", name="Meld tilbage").click()
    expect(unit_leader.get_by_text("4 meldinger på to uger mod 9 før.")).to_be_visible()
    assert faults(unit_leader) == []

    decider.goto("/opgaver/register/?stand=closed")
    row = decider.locator("tr").filter(has_text=WHAT)
    expect(row).to_contain_text("Gennemført")
    assert faults(decider) == []


def test_a_list_with_a_fault_is_mended_and_taken_over_once(visits: Visits) -> None:
    page = visits.user(LEADER)
    page.goto("/opgaver/register/")
    page.get_by_role("link", name="Indlæs handlingsliste").click()
    right = "Opgave;Ansvarlig;Deadline\nMale tunnelen;SSP Gladsaxe;1.12.2030\n"

    page.get_by_label("Tabellen").fill(f"{right}Rydde buskene;Test Testesen;2.12.2030\n")
    page.get_by_role("button", name="Se tabellen igennem").click()
    expect(page.locator("tr").filter(has_text="Rydde buskene")).to_contain_text("En enhed er aldrig en person")
    expect(page.get_by_role("button", name="Indlæs beslutningerne")).to_have_count(0)
    assert faults(page) == []

    page.get_by_label("Tabellen").fill(f"{right}Rydde buskene;Gadeteam Gladsaxe;2.12.2030\n")
    page.get_by_role("button", name="Se tabellen igennem").click()
    page.get_by_role("button", name="Indlæs beslutningerne").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beslutningsregister")

    page.goto("/opgaver/register/indlaes/")
    page.get_by_label("Tabellen").fill(right)
    page.get_by_role("button", name="Se tabellen igennem").click()
    expect(page.get_by_text("Alt er indlæst i forvejen")).to_be_visible()
