"""A form that is left, or whose session ends, comes back to the one who wrote it, and to nobody else."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.people import LEADER, SECRETARY
from tests.journeys.visitor import Visits, sign_in_as

FORM = "/partnerskab/indsatspunkter/ny/"


def _write(page: Page, words: str) -> None:
    page.goto(FORM)
    page.get_by_label("Indsatspunkt").fill(words)
    expect(page.get_by_text("Kladde gemt kl.")).to_be_visible()


def _become(page: Page, name: str) -> None:
    page.goto("/log-ind/")
    sign_in_as(page, name)


def test_what_was_typed_is_kept_while_typing_and_fills_the_form_again(visits: Visits) -> None:
    page = visits.user(SECRETARY)
    _write(page, "Tryghed ved stationerne")

    page.goto("/")
    page.goto(FORM)

    expect(page.get_by_label("Indsatspunkt")).to_have_value("Tryghed ved stationerne")


def test_words_on_a_page_left_open_never_reach_whoever_signs_in_next(visits: Visits) -> None:
    left_open = visits.user(SECRETARY)
    _write(left_open, "Første udkast")
    next_user = left_open.context.new_page()
    _become(next_user, LEADER)

    left_open.get_by_label("Indsatspunkt").fill("Sekretærens videre ord")
    expect(left_open.get_by_text("Du er logget ud.")).to_be_visible()
    left_open.get_by_role("button", name="Tilføj").click()
    expect(left_open.get_by_role("heading", name="Siden er ikke din lige nu")).to_be_visible()

    _become(next_user, SECRETARY)
    next_user.goto(FORM)
    expect(next_user.get_by_label("Indsatspunkt")).to_have_value("Sekretærens videre ord")


def test_a_form_that_was_sent_leaves_no_draft(visits: Visits) -> None:
    page = visits.user(SECRETARY)
    _write(page, "Sommerens aktiviteter")
    page.get_by_role("button", name="Tilføj").click()
    expect(page.get_by_role("heading", name="Sommerens aktiviteter")).to_be_visible()

    page.goto(FORM)

    expect(page.get_by_label("Indsatspunkt")).to_have_value("")
