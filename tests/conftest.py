"""Runs tests as the application's own database role, on a database of their own copied from a migrated template."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine
from django.db import connections
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker

from rundbord.access import session, signed_context
from rundbord.operating.browser import find_chromium, launch_arguments, launch_environment
from tests.database import ALIASES, prepared_database, share_one_connection, taking_role
from tests.hosts import what_hosts_lack

pytest_plugins = [
    "tests.factories.situations",
    "tests.factories.pictures",
    "tests.factories.police_reports",
    "tests.factories.examples",
    "tests.factories.key_store",
    "tests.factories.a_log",
    "tests.factories.outside",
    "tests.factories.proxies",
    "tests.factories.repeats",
]

_WITHOUT_DATABASE = {"reading", "operating", "ui", "bench"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give every test the database, but for those of pure code and those that bring a server of their own."""
    if what_hosts_lack():
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("hosts")])
        items[:] = [item for item in items if not item.get_closest_marker("hosts")]
    for item in items:
        folder = Path(item.path).relative_to(Path(__file__).parent).parts[0]
        is_pure = folder in _WITHOUT_DATABASE or item.path.name == "test_rules.py"
        if not is_pure and item.get_closest_marker("django_db") is None and item.get_closest_marker("browser") is None:
            item.add_marker(pytest.mark.django_db(databases=ALIASES))


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not tried, so that nobody takes it for passed."""
    if lacking := what_hosts_lack():
        terminalreporter.section("IKKE PRØVET", sep="!", red=True, bold=True)
        terminalreporter.line(f"Prøver med flere værter (mærket hosts) er udeladt: {lacking}", red=True, bold=True)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Make this worker's database; all logins share one connection, so that one transaction holds a whole test."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    with django_db_blocker.unblock(), prepared_database(f"rundbord_test_{worker}") as name:
        share_one_connection(name)
        yield
        connections["default"].close()


@pytest.fixture(autouse=True)
def _roles_on_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the role of the shared connection where production uses another login."""
    monkeypatch.setattr(session, "database_role", taking_role)


@pytest.fixture(autouse=True)
def _context_in_the_databases_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sign by the clock that the database reads, which travels with no test: it takes no context that has run out."""
    here = time_machine.escape_hatch
    real = SimpleNamespace(time=lambda: here.time.time() if here.is_travelling() else time.time())
    monkeypatch.setattr(signed_context, "time", real)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this worker: Playwright runs once in a thread."""
    chromium = find_chromium()
    # Playwright's own loop runs in this thread from now on; the tests that come after it are no less synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium,
            args=[*launch_arguments(), "--disable-background-networking", "--disable-component-update"],
            env={**os.environ, **launch_environment(chromium)},
        )
        yield started
        started.close()
