"""The database goes away for a moment: nobody loses what they wrote, and no open page is spoilt."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from playwright.sync_api import expect

from tests.journeys.people import COORDINATOR, STREET_WORKER
from tests.journeys.served import in_database
from tests.journeys.steps import expect_saved, report, send, write_report
from tests.journeys.visitor import PHONE, Visits, faults, overflows

WORDS = "Lygten ved nedgangen er slukket, og der ligger glas på stien."


def test_a_report_is_sent_again_and_open_pages_stay_as_they_were(visits: Visits, journey_database: str) -> None:
    watching = visits.user(COORDINATOR)
    writing = visits.user(STREET_WORKER, PHONE)
    before = watching.locator("main h1").inner_text()
    write_report(writing, WORDS, place="Stien ved banen")

    with _away(journey_database):
        send(writing)
        expect(writing.get_by_role("heading", level=1)).to_have_text("Rundbord kan ikke nå sine oplysninger lige nu")
        expect(writing.locator("main")).to_contain_text(WORDS)
        assert faults(writing) == []
        assert not overflows(writing)
        watching.evaluate(
            "document.querySelectorAll('[data-live]').forEach((part) => part.dispatchEvent(new CustomEvent('live')))"
        )
        watching.wait_for_timeout(1500)
        assert watching.locator("main h1").inner_text() == before
        expect(watching.get_by_text("kan ikke nå sine oplysninger")).to_have_count(0)

    writing.get_by_role("button", name="Send igen").click()
    expect_saved(writing)
    expect(writing.get_by_text(WORDS).first).to_be_visible()
    # The open page is told of the next thing that happens, as if nothing had been.
    report(writing, "Roligt igen ved banen.", place="Stien ved banen", is_urgent=True)
    watching.goto("/indbakke/")
    expect(watching.get_by_text(WORDS).first).to_be_visible()


@contextmanager
def _away(database: str) -> Iterator[None]:
    """End every connection and let nobody in, as while a server restarts."""
    with psycopg.connect(in_database(os.environ["RUNDBORD_CLUSTER_URL"], "postgres"), autocommit=True) as behind:
        behind.execute(f'ALTER DATABASE "{database}" ALLOW_CONNECTIONS false')
        behind.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])
        try:
            yield
        finally:
            behind.execute(f'ALTER DATABASE "{database}" ALLOW_CONNECTIONS true')
