"""One small world for every measurement: a month of meetings behind the demonstration, and a server in front of it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from bench.at_size.meeting_years import MEETINGS, fill_meetings
from bench.at_size.world import World
from rundbord.operating.application_server import command_line
from rundbord.operating.children import spawn, stop
from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.health import wait_until_well
from tests.journeys.served import demonstration, environment_of_server, in_database

DECISIONS = 60


@dataclass
class SmallWorld(World):
    """A database in the tests' own cluster."""

    database: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """As the journeys' server is started."""
        return environment_of_server(self.database, self.port)

    def url_of(self, login: str) -> str:
        """By the same logins, in this database."""
        return in_database(self.cluster.url_of(login), self.database)

    def as_superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        """As whoever builds and looks behind the scenes."""
        return psycopg.connect(in_database(os.environ["RUNDBORD_CLUSTER_URL"], self.database), autocommit=True)


@pytest.fixture(scope="session")
def world(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SmallWorld]:
    """A month of meetings behind the demonstration, and the application in front of it."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    home = Path(os.environ["RUNDBORD_KEY_STORE"]).parent
    with ExitStack() as opened:
        opened.enter_context(django_db_blocker.unblock())
        name = opened.enter_context(demonstration(f"rundbord_bench_{worker}"))
        small = SmallWorld(size=DECISIONS, cluster=Cluster(home, durable=False), filling=MEETINGS, database=name)
        with small.as_superuser() as connection:
            fill_meetings(connection, decisions=DECISIONS, say=lambda _: None)
        listener = opened.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        small.port = listener.getsockname()[1]
        log = tmp_path_factory.mktemp("bench") / "server.log"
        descriptor = listener.fileno()
        command = command_line(f"fd://{descriptor}")
        small.server = spawn(command, small.environment, log=log, descriptors=[descriptor])
        opened.callback(stop, small.server)
        wait_until_well(small.port, small.server)
        yield small
