"""An unusual day and a place with repeats: found by the night's work, judged by persons, told in the picture."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import COORDINATOR, OFFICER, TASK_FORCE
from tests.journeys.steps import paper, publish
from tests.journeys.visitor import PHONE, Visits, overflows

_UNUSUAL, _REPEATS = "Det usædvanlige", "Gentagelser i tid og sted"


def _open(page: Page, door: str) -> None:
    page.goto("/overblik/")
    page.get_by_role("link", name=door).click()
    expect(page.get_by_role("heading", name=door, level=1)).to_be_visible()


def _finds(page: Page, *, of: str) -> Locator:
    return page.get_by_role("list", name=of).locator("> li")


def _judge(page: Page, find: Locator, verdict: str, reason: str) -> str:
    """Open the find, give the verdict and the reason, and come back; give its heading."""
    heading = find.get_by_role("heading").inner_text()
    find.get_by_role("link", name="Vurdér").click()
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    page.get_by_text(verdict, exact=True).click()
    page.get_by_label("Hvorfor?").fill(reason)
    assert not overflows(page)
    page.get_by_role("button", name="Gem vurderingen").click()
    return heading


def test_an_unusual_day_is_found_dismissed_with_a_reason_another_confirmed_and_told_in_the_picture(
    visits: Visits, behind_the_scenes: Rows
) -> None:
    behind_the_scenes.let_it_happen(9, category="brand", area="Egebjerg")
    behind_the_scenes.let_it_happen(9, category="brand", area="Måløv")
    behind_the_scenes.let_the_night_come("rundbord.situation.find_unusual")

    phone = visits.user(OFFICER, PHONE)
    _open(phone, _UNUSUAL)
    assert not overflows(phone)
    dismissed = _judge(
        phone,
        _finds(phone, of="Usædvanligt mange").filter(has_text="Egebjerg: ").first,
        "Det betyder ikke noget",
        "En optælling blev indlagt samlet.",
    )
    expect(phone.get_by_text("En optælling blev indlagt samlet.").first).to_be_visible()

    desk = visits.user(COORDINATOR)
    _open(desk, _UNUSUAL)
    confirmed = _judge(
        desk,
        _finds(desk, of="Usædvanligt mange").filter(has_text="Måløv: ").first,
        "Det betyder noget",
        "Brandvæsenet har set det samme.",
    )
    number = publish(desk)

    reader = visits.user(TASK_FORCE, PHONE)
    reader.goto(f"/situationsbillede/{number}/")
    expect(reader.get_by_text(confirmed).first).to_be_visible()
    expect(reader.get_by_text("Brandvæsenet har set det samme.").first).to_be_visible()
    expect(reader.get_by_text(dismissed)).to_have_count(0)
    printed = paper(reader, number)
    assert "Brandvæsenet har set det samme." in printed
    assert "En optælling blev indlagt samlet." not in printed


def test_nothing_is_dismissed_without_a_reason_and_the_choice_stays(visits: Visits, behind_the_scenes: Rows) -> None:
    behind_the_scenes.let_it_happen(9, category="våben", area="Egebjerg")
    behind_the_scenes.let_the_night_come("rundbord.situation.find_unusual")
    page = visits.user(COORDINATOR)
    _open(page, _UNUSUAL)
    _finds(page, of="Usædvanligt mange").filter(has_text="Egebjerg: 9 × våben").first.get_by_role(
        "link", name="Vurdér"
    ).click()
    page.get_by_text("Det betyder ikke noget", exact=True).click()

    page.get_by_role("button", name="Gem vurderingen").click()

    expect(page.get_by_text("Skriv kort, hvorfor det ikke betyder noget.").first).to_be_visible()
    expect(page.get_by_label("Det betyder ikke noget")).to_be_checked()


def test_a_series_of_burglaries_is_read_on_a_phone_confirmed_and_told_with_its_street(visits: Visits) -> None:
    phone = visits.user(OFFICER, PHONE)
    _open(phone, _REPEATS)
    assert not overflows(phone)
    series = _finds(phone, of="Steder lige nu").filter(has_text="Værebro Park: 3 indbrud").first
    expect(series.get_by_role("link", name="Indbrud")).to_have_count(3)
    heading = _judge(phone, series, "Det betyder noget", "Patruljen kører forbi hver aften.")
    expect(phone.get_by_text("Patruljen kører forbi hver aften.").first).to_be_visible()

    desk = visits.user(COORDINATOR)
    _open(desk, _REPEATS)
    expect(desk.get_by_text("Efter et indbrud er risikoen for et nyt")).to_be_visible()
    desk.get_by_text("De samme tal som tabel").click()
    expect(desk.get_by_role("columnheader", name="Tilfældigt ventet")).to_be_visible()
    number = publish(desk)

    desk.goto(f"/situationsbillede/{number}/")
    expect(desk.get_by_text(heading).first).to_be_visible()
    assert "Patruljen kører forbi hver aften." in paper(desk, number)
