"""Point 11: a notice arrives on the page and as mail without content; help stands on every screen."""

from __future__ import annotations

import re
from email.message import EmailMessage

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.behind_the_scenes import wait_until
from tests.journeys.mail_sink import MailSink
from tests.journeys.people import ADMINISTRATOR, COORDINATOR, OFFICER, SECRETARY, STREET_WORKER
from tests.journeys.steps import report
from tests.journeys.visitor import DESK, PATIENCE_MS, PHONE, Visits

ADDRESS = "koordinator@gladsaxe.invalid"
WORDS = "Opløb foran hallen, mange råber."


def _give_address(administrator: Page) -> None:
    administrator.goto("/brugere/")
    administrator.get_by_role("link", name=COORDINATOR).click()
    administrator.get_by_role("link", name="Ret").first.click()
    administrator.get_by_label("Mailadresse").fill(ADDRESS)
    administrator.get_by_role("button", name="Gem").click()
    expect(administrator.get_by_text(ADDRESS)).to_be_visible()


def test_an_urgent_report_is_told_on_the_page_and_by_mail_without_content(visits: Visits, mail_sink: MailSink) -> None:
    _give_address(visits.user(ADMINISTRATOR))
    coordinator, street_worker = visits.user(COORDINATOR), visits.user(STREET_WORKER, PHONE)

    report(street_worker, WORDS, place="Hallen", is_urgent=True)

    coordinator.goto("/beskeder/")
    notice = coordinator.get_by_role("link", name="Der er en hasteindberetning i indbakken").first
    notice.click()
    expect(coordinator.get_by_role("heading", level=1)).to_have_text("Indbakke")
    # Where the database was away just before, what the worker held then is taken up again after half a minute.
    wait_until(lambda: mail_sink.mails_to(ADDRESS), seconds=3 * PATIENCE_MS / 1000)
    for mail in mail_sink.mails_to(ADDRESS):
        _holds_no_content(mail)


def _holds_no_content(mail: EmailMessage) -> None:
    text = f"{mail['Subject']} {mail.get_content()}"
    assert "Log ind" in text
    for word in ("Opløb", "Hallen", "haste", "Gladsaxe"):
        assert word not in text


@pytest.mark.parametrize(
    ("who", "paths"),
    [
        (COORDINATOR, ["/", "/indberet/", "/mine-indberetninger/", "/indbakke/", "/indbakke/sorteret/"]),
        (COORDINATOR, ["/indbakke/foldning/", "/haendelser/", "/situationsbillede/", "/situationsbillede/kladde/"]),
        (COORDINATOR, ["/situationsbillede/kladde/udgiv/", "/vaegskaerme/", "/haendelsesnotater/", "/opgaver/"]),
        (OFFICER, ["/indberet/politi/", "/doegnrapporter/", "/doegnrapporter/ny/"]),
        (SECRETARY, ["/partnerskab/", "/beskeder/"]),
        (ADMINISTRATOR, ["/brugere/", "/enheder/"]),
    ],
)
def test_help_opens_from_every_screen(visits: Visits, who: str, paths: list[str]) -> None:
    page = visits.user(who, DESK)

    for path in paths:
        page.goto(path)
        page.locator(".page-head-help").get_by_role("link", name="Hjælp").click()
        expect(page).to_have_url(re.compile("/hjaelp/"))
        assert len(page.locator("main").inner_text()) > 150, path
