"""A real server on a database of its own with the demonstration in it, and a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from rundbord.operating.application_server import command_line
from rundbord.operating.children import spawn, stop
from rundbord.operating.health import wait_until_well
from rundbord.operating.places import ROOT
from rundbord.operating.worker import environment_of_worker, start_worker
from tests.database import prepared_database
from tests.journeys.behind_the_scenes import Rows
from tests.journeys.mail_sink import MailSink
from tests.journeys.visitor import Visits

_URLS = ("DATABASE_URL", "DATABASE_URL_AUTH", "DATABASE_URL_PLACE", "DATABASE_URL_JOB")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def journey_database(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The database that is served, under the name of this worker."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    with ExitStack() as opened:
        with django_db_blocker.unblock():
            name = opened.enter_context(prepared_database(f"rundbord_journey_{worker}"))
        yield name


@pytest.fixture(scope="session")
def mail_sink() -> Iterator[MailSink]:
    """The mail server that the application sends to; it keeps every mail."""
    with MailSink() as sink:
        yield sink


@pytest.fixture(scope="session")
def address(journey_database: str, mail_sink: MailSink, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demonstration as `./rundbord demo` does, and give its address."""
    folder = tmp_path_factory.mktemp("server")
    with ExitStack() as opened:
        listener = opened.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        port: int = listener.getsockname()[1]
        environment = {**_environment(journey_database, port, folder), "RUNDBORD_MAIL_URL": mail_sink.url}
        _manage("load_demo", environment={**environment, "DATABASE_URL_OWNER": _deploying(journey_database)})
        _manage("collectstatic", "--no-input", environment=environment)
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


@pytest.fixture
def visits(browser: Browser, address: str) -> Iterator[Visits]:
    """Let people in; at the end nobody's page may have complained."""
    visits = Visits(browser, address)
    yield visits
    visits.leave()


@pytest.fixture
def behind_the_scenes(address: str, journey_database: str) -> Iterator[Rows]:
    """Reach the rows as their superuser, for what nobody does at a screen: let time pass, read the log."""
    url = _in_database(os.environ["RUNDBORD_CLUSTER_URL"], journey_database)
    with psycopg.connect(url, autocommit=True) as connection:
        yield Rows(connection)


def _environment(database: str, port: int, folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        **{url: _in_database(os.environ[url], database) for url in _URLS},
        "RUNDBORD_MODE": "demo",
        "RUNDBORD_ORIGIN": f"http://127.0.0.1:{port}",
        "RUNDBORD_STATIC": str(folder / "static"),
    }


def _deploying(database: str) -> str:
    return _in_database(os.environ["DATABASE_URL_DEPLOY"], database)


def _in_database(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def _manage(*words: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", *words], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
