"""The demonstration in a database of its own, and the application in front of it as in production."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.at_size.world import INCIDENTS, Filling, World
from rundbord.operating.application_server import command_line
from rundbord.operating.children import spawn, stop
from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.health import wait_until_well
from tests.journeys.served import demonstration, environment_of_server, in_database


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


def _nothing(_world: SmallWorld) -> None:
    pass


@contextmanager
def small_world(
    name: str,
    folder: Path,
    *,
    size: int = 0,
    filling: Filling = INCIDENTS,
    lay: Callable[[SmallWorld], None] = _nothing,
) -> Iterator[SmallWorld]:
    """Serve the demonstration with what is laid behind it; the server's log lies in the folder."""
    home = Path(os.environ["RUNDBORD_KEY_STORE"]).parent
    with ExitStack() as opened:
        database = opened.enter_context(demonstration(name))
        small = SmallWorld(size=size, cluster=Cluster(home, durable=False), filling=filling, database=database)
        lay(small)
        opened.enter_context(serving(small, folder))
        yield small


@contextmanager
def serving(world: World, folder: Path) -> Iterator[None]:
    """Put the application in front of a world."""
    with ExitStack() as opened:
        listener = opened.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        world.port = listener.getsockname()[1]
        descriptor = listener.fileno()
        command = command_line(f"fd://{descriptor}")
        world.server = spawn(command, world.environment, log=folder / "server.log", descriptors=[descriptor])
        opened.callback(stop, world.server)
        wait_until_well(world.port, world.server)
        yield
