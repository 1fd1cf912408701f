"""Point 1: by password or one click, for one authority at a time; a session that ends loses and tells nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from rundbord.demo.founding import PASSWORD
from tests.journeys.behind_the_scenes import Rows
from tests.journeys.people import COORDINATOR, LEADER, PREVENTION_OFFICER
from tests.journeys.steps import expect_saved, send, write_report
from tests.journeys.visitor import DESK, PHONE, Visits

WRONG = "Brugernavn eller adgangskode er forkert"
WAIT = "Der har været for mange forsøg."
TWO_AUTHORITIES = COORDINATOR
BOTH_SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["at a desk", "on a phone"])


def _try(page: Page, name: str, password: str) -> None:
    page.get_by_label("Brugernavn").fill(name)
    page.get_by_label("Adgangskode").fill(password)
    page.get_by_role("button", name="Log ind", exact=True).click()


def _at_home(page: Page) -> None:
    expect(page.get_by_role("heading", name="I dag", level=1)).to_be_visible()


def _acting_for(page: Page, authority: str) -> None:
    expect(page.locator(".acting")).to_have_text(f"Du handler for {authority}")


def _choose(page: Page, authority: str) -> None:
    page.get_by_role("button", name=authority).click()
    _at_home(page)


def _switch(page: Page, authority: str) -> None:
    page.locator(".menu > summary").click()
    page.get_by_role("link", name="Skift myndighed").click()
    _choose(page, authority)


def _sign_out(page: Page) -> None:
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("heading", name="Log ind", level=1)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_wrong_password_is_told_and_the_right_one_leads_in(visits: Visits, *, scripts: bool) -> None:
    page = visits.stranger(PHONE, scripts=scripts)
    page.goto("/log-ind/")

    _try(page, "gade@ballerup", "en helt forkert en")
    expect(page.get_by_text(WRONG).first).to_be_visible()
    expect(page.get_by_label("Brugernavn")).to_have_value("gade@ballerup")
    expect(page.get_by_label("Adgangskode")).to_have_value("")
    _try(page, "gade@ballerup", PASSWORD)

    _at_home(page)
    _acting_for(page, "Ballerup Kommune")


def test_who_guesses_must_wait_whatever_the_case_of_the_name(visits: Visits, behind_the_scenes: Rows) -> None:
    page = visits.stranger()
    page.goto("/log-ind/")

    for name in ("klub@ballerup", "Klub@ballerup", "KLUB@ballerup", "klub@Ballerup", " klub@ballerup "):
        _try(page, name, "gættet på må og få")
        expect(page.get_by_text(WRONG).first).to_be_visible()
    _try(page, "klub@ballerup", PASSWORD)
    expect(page.get_by_text(WAIT).first).to_be_visible()

    behind_the_scenes.let_the_wait_pass()
    _try(page, "klub@ballerup", PASSWORD)
    _at_home(page)


def test_one_click_lets_in_and_somebody_signed_out_is_led_back_to_where_they_were_going(visits: Visits) -> None:
    page = visits.stranger()

    page.goto("/omraader/")
    expect(page.get_by_role("heading", name="Log ind", level=1)).to_be_visible()
    page.get_by_role("button", name=PREVENTION_OFFICER).first.click()

    expect(page.get_by_role("heading", name="Områder", level=1)).to_be_visible()
    _acting_for(page, "Københavns Vestegns Politi")


@BOTH_SIZES
def test_a_user_of_two_authorities_acts_for_one_and_sees_which_at_all_times(visits: Visits, size: ViewportSize) -> None:
    page = visits.user(TWO_AUTHORITIES, size)
    expect(page.get_by_role("heading", name="Hvem handler du for?")).to_be_visible()

    _choose(page, "Gladsaxe Kommune")
    for place in ("/", "/indberet/", "/indbakke/", "/situationsbillede/", "/omraader/"):
        page.goto(place)
        _acting_for(page, "Gladsaxe Kommune")
    _switch(page, "Herlev Kommune")

    for place in ("/", "/indbakke/", "/opgaver/"):
        page.goto(place)
        _acting_for(page, "Herlev Kommune")


def test_a_page_left_open_in_one_authority_is_not_sent_in_another(visits: Visits) -> None:
    page = visits.user(TWO_AUTHORITIES)
    _choose(page, "Gladsaxe Kommune")
    write_report(page, "Skrevet for Gladsaxe.", place="Rådhuset")
    other_tab = page.context.new_page()
    other_tab.goto("/")
    _switch(other_tab, "Herlev Kommune")

    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Siden er ikke din lige nu")
    other_tab.goto("/indberet/")
    expect(other_tab.get_by_label("Hvad skete der?")).to_have_value("")
    _switch(other_tab, "Gladsaxe Kommune")
    other_tab.goto("/indberet/")
    expect(other_tab.get_by_label("Hvad skete der?")).to_have_value("Skrevet for Gladsaxe.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_idle_end_keeps_the_words_for_their_writer_alone(
    visits: Visits, behind_the_scenes: Rows, *, scripts: bool
) -> None:
    page = visits.user("Klubmedarbejder, Gladsaxe", PHONE, scripts=scripts)
    write_report(page, "Skrevet lige før pausen.", place="Parken")
    behind_the_scenes.let_sessions_lapse("klub@gladsaxe")
    send(page)
    expect(page).to_have_url(re.compile("/log-ind/"))
    expect(page.get_by_text("Det, du skrev, er gemt.")).to_be_visible()

    _try(page, "gade@ballerup", PASSWORD)
    expect(page.get_by_label("Hvad skete der?")).to_have_value("")
    _sign_out(page)
    page.goto("/indberet/")
    _try(page, "klub@gladsaxe", PASSWORD)

    expect(page.get_by_label("Hvad skete der?")).to_have_value("Skrevet lige før pausen.")
    expect(page.get_by_label("Gade eller sted")).to_have_value("Parken")
    send(page)
    expect_saved(page)


def test_the_back_button_shows_nothing_after_signing_out(visits: Visits) -> None:
    page = visits.user(LEADER)
    page.goto("/haendelser/")
    expect(page.get_by_role("heading", name="Hændelser", level=1)).to_be_visible()
    page.goto("/situationsbillede/")

    _sign_out(page)
    for _ in range(3):
        page.go_back()
        expect(page.get_by_role("heading", name="Log ind", level=1)).to_be_visible()

    assert "Hændelser" not in page.locator("body").inner_text()
