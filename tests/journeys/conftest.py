"""A real server on a database of its own with the demonstration in it, and a real browser."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, expect
from pytest_django import DjangoDbBlocker

from rundbord.operating.application_server import command_line
from rundbord.operating.children import spawn, stop
from rundbord.operating.health import wait_until_well
from rundbord.operating.worker import environment_of_worker, start_worker
from tests.factories.outside import MESSAGES, Outside
from tests.identity.saml_provider import lay_our_key
from tests.journeys.behind_the_scenes import Rows
from tests.journeys.mail_sink import MailSink
from tests.journeys.real_provider import SECRET
from tests.journeys.served import demonstration, environment_of_server, in_database
from tests.journeys.visitor import PATIENCE_MS, Visits


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def journey_database(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The database that is served, under the name of this worker."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    with django_db_blocker.unblock(), demonstration(f"rundbord_journey_{worker}") as name:
        yield name


@pytest.fixture(scope="session")
def mail_sink() -> Iterator[MailSink]:
    """The mail server that the application sends to; it keeps every mail."""
    with MailSink() as sink:
        yield sink


@pytest.fixture(scope="session")
def police_news() -> Iterator[Outside]:
    """The districts' short messages, as the worker finds them."""
    started = Outside()
    yield started
    started.stop()


@pytest.fixture(scope="session")
def address(
    journey_database: str, mail_sink: MailSink, police_news: Outside, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve the demonstration as `./rundbord demo` does, and give its address."""
    folder = tmp_path_factory.mktemp("server")
    with ExitStack() as opened:
        listener = opened.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        port: int = listener.getsockname()[1]
        outside = {
            "RUNDBORD_MAIL_URL": mail_sink.url,
            "RUNDBORD_SHORT_MESSAGES_URL": police_news.origin + MESSAGES,
            "RUNDBORD_PROVIDER_HOSTS": "127.0.0.1 localhost",
            "RUNDBORD_PROVIDER_SECRETS": str(_secrets_of_providers(folder)),
        }
        environment = {**environment_of_server(journey_database, port), **outside}
        environment["RUNDBORD_KEY_STORE"] = _own_key_store(Path(environment["RUNDBORD_KEY_STORE"]), folder)
        descriptor = listener.fileno()
        log = folder / "server.log"
        server = spawn(command_line(f"fd://{descriptor}"), environment, log=log, descriptors=[descriptor])
        working = start_worker(environment_of_worker(environment), log=log)
        try:
            wait_until_well(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(server)
            stop(working)


def _secrets_of_providers(folder: Path) -> Path:
    """Put what an authority's provider knows Rundbord by where the operator puts it."""
    kept = folder / "providers"
    kept.mkdir()
    (kept / "gladsaxe").write_text(f"{SECRET}\n", "utf-8")
    lay_our_key(kept)
    return kept


def _own_key_store(made_with: Path, folder: Path) -> str:
    """Copy the store that the demonstration was sealed with, but for the log of a database that is gone."""
    own = folder / "key-store"
    shutil.copytree(made_with, own, ignore=shutil.ignore_patterns("log", ".*"))
    return str(own)


@pytest.fixture
def visits(browser: Browser, address: str) -> Iterator[Visits]:
    """Let people in; at the end nobody's page may have complained."""
    visits = Visits(browser, address)
    yield visits
    visits.leave()


@pytest.fixture
def behind_the_scenes(address: str, journey_database: str) -> Iterator[Rows]:
    """Reach the rows as their superuser, for what nobody does at a screen: let time pass, read the log."""
    url = in_database(os.environ["RUNDBORD_CLUSTER_URL"], journey_database)
    with psycopg.connect(url, autocommit=True) as connection:
        yield Rows(connection)


@pytest.fixture(autouse=True)
def _empty_forms(behind_the_scenes: Rows) -> None:
    """Let everybody meet empty forms, whatever another journey left half written."""
    behind_the_scenes.forget_drafts()


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """Wait longer than a page needs on a busy machine; what never comes is told a little later."""
    expect.set_options(timeout=PATIENCE_MS)
    yield
    expect.set_options(timeout=None)
