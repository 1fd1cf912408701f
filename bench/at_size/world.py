"""A partnership with ten years behind it, in a cluster of its own that is kept between measurements."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psycopg

from bench.at_size.history import fill_ten_years
from bench.at_size.many_people import fill_people
from rundbord.operating import application_server
from rundbord.operating.children import spawn, stop
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.embedded.leases import lease
from rundbord.operating.embedded.roles import ensure_roles
from rundbord.operating.environments import of_demo, with_owner
from rundbord.operating.health import wait_until_well
from rundbord.operating.installation.stamps import Stamp, digest_of, put_stamp, stamp_in
from rundbord.operating.places import PYTHON, ROOT, SOURCE, STATE
from rundbord.operating.ports import listen_on

HOMES = STATE / "bench"
# What the rows are made from: the tables, the invented partnership, and the history that is laid behind it.
_MADE_FROM = ("*/migrations/*.py", "demo/*.py", "access/sql.py", "audit/sql.py", "*/vocabulary.py")
_KEPT_DAYS = 14


@dataclass(frozen=True, kw_only=True)
class Filling:
    """What is laid behind the demonstration: how it is called, how it is laid, and the files that say how."""

    noun: str
    folder: str
    lay: Callable[[World], None]
    files: tuple[Path, ...]


def _lay_incidents(world: World) -> None:
    with world.as_superuser() as connection:
        fill_ten_years(connection, incidents=world.size, say=_say)


def _lay_people(world: World) -> None:
    with world.as_superuser() as connection:
        fill_people(connection, people=world.size, store=world.key_store, say=_say)


_HERE = Path(__file__).parent
INCIDENTS = Filling(noun="hændelser over ti år", folder="{size}", lay=_lay_incidents, files=(_HERE / "history.py",))
PEOPLE = Filling(noun="unge", folder="people-{size}", lay=_lay_people, files=(_HERE / "many_people.py",))


@dataclass
class World:
    """One database and the application in front of it; `size` is the number of incidents, or of young people."""

    size: int
    cluster: Cluster
    filling: Filling = INCIDENTS
    port: int = 0
    cold_start: float = 0.0
    server: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def name(self) -> str:
        """How results call it."""
        return f"{self.size:,}"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that its application is started with."""
        return {**os.environ, **of_demo(self.cluster, self.port)}

    @property
    def key_store(self) -> Path:
        """The folder of its keys, as the demonstration has it."""
        return Path(self.environment["RUNDBORD_KEY_STORE"])

    def url_of(self, login: str) -> str:
        """Where its database is reached by a login."""
        return self.cluster.url_of(login)

    def say(self, sentence: str) -> None:
        """Tell the terminal how far building is."""
        _say(sentence)

    def as_superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        """A connection for building, for asking for plans, and for putting back what a measurement changed."""
        return self.cluster.connect(SUPERUSER, DATABASE)


@contextmanager
def world_of(size: int, *, rebuild: bool = False, filling: Filling = INCIDENTS) -> Iterator[World]:
    """Start the kept world of so many incidents, built now if there is none or its code has changed."""
    home = HOMES / filling.folder.format(size=size)
    with lease(home):
        world = World(size=size, cluster=Cluster(home), filling=filling)
        if rebuild or not _is_fresh(home, filling):
            world.cluster.destroy()
        world.cluster.start()
        try:
            if not _is_fresh(home, filling):
                _build(world)
            with listen_on(None) as listener:
                world.port = listener.getsockname()[1]
                _serve(world, listener.fileno())
                try:
                    yield world
                finally:
                    if world.server:
                        stop(world.server)
        finally:
            world.cluster.stop()


def _serve(world: World, descriptor: int) -> None:
    """Start the application as in production, and note how long it took to answer."""
    _collect_static(world)
    began = time.perf_counter()
    command = application_server.command_line(f"fd://{descriptor}")
    world.server = spawn(command, world.environment, log=world.cluster.home / "server.log", descriptors=[descriptor])
    wait_until_well(world.port, world.server)
    world.cold_start = time.perf_counter() - began


def _build(world: World) -> None:
    began = time.monotonic()
    _say(f"bygger {world.name} {world.filling.noun} …")
    ensure_roles(world.cluster)
    owner = with_owner({**os.environ, **of_demo(world.cluster, 1)}, world.cluster)
    for command in ("prepare_database", "load_demo"):
        subprocess.run([PYTHON, ROOT / "manage.py", command], env=owner, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    world.filling.lay(world)
    put_stamp(world.cluster.home, _stamp(date.today(), world.filling))
    _say(f"bygget på {time.monotonic() - began:.0f} s")


def _collect_static(world: World) -> None:
    command = [PYTHON, ROOT / "manage.py", "collectstatic", "--no-input"]
    subprocess.run(command, env=world.environment, stdout=subprocess.DEVNULL, check=True)  # noqa: S603


def _is_fresh(home: Path, filling: Filling) -> bool:
    """Tell whether the world stands as the code would make it, and is young enough for its newest days to be new."""
    today = date.today().toordinal()
    known = stamp_in(home)
    return known is not None and any(
        known == _stamp(date.fromordinal(today - back), filling) for back in range(_KEPT_DAYS)
    )


def _stamp(built_on: date, filling: Filling) -> Stamp:
    files = sorted({path for pattern in _MADE_FROM for path in SOURCE.glob(f"rundbord/{pattern}")})
    return Stamp(digest=digest_of(built_on.isoformat(), files=[*files, *filling.files]), complete=True)


def _say(sentence: str) -> None:
    print(f"  {sentence}", file=sys.stderr, flush=True)  # noqa: T201 - the terminal is its screen
