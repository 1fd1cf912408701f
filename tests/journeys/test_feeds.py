"""A source from outside that breaks and heals, and official figures that stand beside the reports, never among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.factories.outside import MESSAGES, Outside, Sent, rss
from tests.factories.statistics import adds_up, folk1a, inhabitants, straf11
from tests.journeys.behind_the_scenes import wait_until
from tests.journeys.people import COORDINATOR, PREVENTION_OFFICER, SECRETARY
from tests.journeys.visitor import DESK, PATIENCE_MS, PHONE, Visits, overflows, show_whole, violations

FEED = "Korte meldinger: Københavns Vestegns Politi"
FIRE = "Brand i container på Kildemosevej i Herlev. En 44-årig mand fra Herlev er kørt til undersøgelse"
OUT = "Branden på Kildemosevej er slukket. Vejen er åben igen"

# Just after midnight the fire is of another day.
UPDATE = re.compile(r"Opdatering (\d+/\d+ )?kl\. \d\d\.\d\d: Branden på Kildemosevej")


def _moment(*, minutes_ago: int) -> datetime:
    return timezone.localtime() - timedelta(minutes=minutes_ago)


@pytest.fixture
def feed(visits: Visits, police_news: Outside) -> Iterator[Page]:
    """The source's own page, as the officer who set it up sees it; switched off again at the end.

    It is broken before it is switched on: from then on the worker may come by at any moment, ordered or not.
    """
    police_news.says(MESSAGES, status=503)
    officer = visits.user(PREVENTION_OFFICER)
    officer.goto("/kilder/")
    officer.get_by_role("link", name=FEED).click()
    officer.get_by_role("button", name="Slå til").click()
    yield officer
    officer.goto(officer.url)
    officer.get_by_role("button", name="Slå fra").click()
    expect(officer.get_by_text("Slået fra", exact=True)).to_be_visible()


def _fetch(officer: Page, until: Callable[[], bool]) -> None:
    """Order a round and look again until the worker has been there."""
    # A page that is on its way elsewhere cannot be asked for again.
    with officer.expect_navigation():
        officer.get_by_role("button", name="Hent nu").click()

    def looked_again() -> bool:
        officer.goto(officer.url)
        return until()

    # The worker goes through its jobs one by one, and on a busy machine each takes its time.
    wait_until(looked_again, seconds=3 * PATIENCE_MS / 1000)


def _looks_right(page: Page) -> None:
    for size in (PHONE, DESK):
        show_whole(page, size)
        assert violations(page) == []
        assert not overflows(page)


def test_a_source_breaks_heals_and_loses_nothing(feed: Page, visits: Visits, police_news: Outside) -> None:
    officer, coordinator = feed, visits.user(COORDINATOR)

    _fetch(officer, lambda: officer.get_by_text("Svarer ikke", exact=True).count() > 0)

    expect(officer.get_by_text("Kilden svarer ikke", exact=True)).to_be_visible()
    expect(officer.locator("main")).to_contain_text("Kilden svarede med en fejl (503)")
    expect(officer.locator("main")).to_contain_text(re.compile(r"Rundbord prøver igen .+ kl\. \d\d\.\d\d"))
    _looks_right(officer)
    coordinator.goto("/kilder/")
    expect(coordinator.locator("main")).to_contain_text("Svarer ikke")
    expect(coordinator.get_by_role("button", name="Hent nu")).to_have_count(0)
    coordinator.goto("/indbakke/")
    expect(coordinator.get_by_text("Kildemosevej")).to_have_count(0)

    fire = Sent(FIRE, _moment(minutes_ago=40))
    police_news.says(MESSAGES, rss(fire))
    _fetch(officer, lambda: officer.get_by_text("I orden", exact=True).count() > 0)

    expect(officer.get_by_role("cell", name="Lagt i indbakken")).to_have_count(1)
    coordinator.goto("/indbakke/")
    expect(coordinator.locator("main")).to_contain_text("Kildemosevej")
    assert "44-årig" not in coordinator.content()

    police_news.says(MESSAGES, rss(Sent(OUT, _moment(minutes_ago=5)), fire, fire))
    _fetch(officer, lambda: officer.get_by_role("cell", name="Lagt i indbakken").count() == 2)

    coordinator.goto("/indbakke/")
    expect(
        coordinator.locator("main").get_by_text(re.compile("Brand i container på Kildemosevej")).first
    ).to_be_visible()
    expect(coordinator.get_by_text(UPDATE)).to_have_count(1)
    coordinator.goto("/kilder/")
    expect(coordinator.locator("main")).to_contain_text("I orden")
    _looks_right(coordinator)


def test_official_figures_are_taken_in_from_a_file_and_told_from_reports(visits: Visits) -> None:
    secretary = visits.user(SECRETARY)
    for name, content in {"straf11.json": straf11(adds_up), "folk1a.json": folk1a(inhabitants)}.items():
        secretary.goto("/kilder/baggrund/indlaes/")
        file = {"name": name, "mimeType": "application/json", "buffer": content}
        secretary.get_by_label("Fil fra Statistikbanken").set_input_files(file)  # type: ignore[arg-type]
        secretary.get_by_role("button", name="Indlæs").click()
        secretary.wait_for_url("**/kilder/baggrund/")

    secretary.get_by_label("Lovovertrædelse").select_option(label="Voldsforbrydelser i alt")
    secretary.get_by_role("button", name=re.compile("Vis|Søg|Filtrér")).first.click()

    expect(secretary.get_by_role("img", name=re.compile(r"^Gladsaxe: \d,\d pr\. 1\.000 indbyggere i"))).to_be_visible()
    taken_in = secretary.get_by_role("row", name=re.compile(r"^1\. kvartal 2025"))
    expect(taken_in).to_contain_text(re.compile(r"5 \(0,5\)"))
    expect(secretary.get_by_text("Aldrig lagt sammen med døgnrapporter", exact=True)).to_be_visible()
    expect(secretary.locator("main")).to_contain_text("Danmarks Statistik, Statistikbanken")
    _looks_right(secretary)


def test_a_file_that_is_none_says_why_beside_the_field(visits: Visits) -> None:
    secretary = visits.user(SECRETARY, PHONE)
    secretary.goto("/kilder/baggrund/indlaes/")

    file = {"name": "tabel.csv", "mimeType": "text/csv", "buffer": b"OMR;TID;INDHOLD"}
    secretary.get_by_label("Fil fra Statistikbanken").set_input_files(file)  # type: ignore[arg-type]
    secretary.get_by_role("button", name="Indlæs").click()

    expect(secretary.locator(".form-error-message").filter(has_text="ikke JSON-stat")).to_be_visible()
    _looks_right(secretary)
