"""The demonstration on a database server of its own, so that its disk may be filled and its clock moved."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.at_size.world import World
from rundbord.operating.embedded.cluster import DATABASE, Cluster
from rundbord.operating.environments import LOGINS
from tests.journeys.served import demonstration, environment_of_server
from tests.operating.a_database import fill
from tests.small_world import serving


@dataclass
class OwnWorld(World):
    """The keys are a copy of those with which the demonstration was written; the server is its own.

    `starts` is how often it was started again, and what hindered that.
    """

    keys: Path = Path()
    starts: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """As the journeys' server is started, on this cluster."""
        urls = {name: self.cluster.url_of(role) for name, role in LOGINS.items()}
        return {**environment_of_server(DATABASE, self.port), **urls, "RUNDBORD_KEY_STORE": str(self.keys)}


@contextmanager
def own_world(cluster: Cluster, folder: Path) -> Iterator[OwnWorld]:
    """Start the cluster, lay the demonstration into it, and serve; the application's log and keys lie in the folder."""
    cluster.start()
    try:
        fill(cluster, demonstration)
        world = OwnWorld(size=0, cluster=cluster, keys=folder / "key-store")
        shutil.copytree(os.environ["RUNDBORD_KEY_STORE"], world.keys)
        # What the store remembers of another database's log.
        (world.keys / "log" / "newest").unlink(missing_ok=True)
        with serving(world, folder):
            yield world
    finally:
        cluster.stop()


@contextmanager
def passable_folder() -> Iterator[Path]:
    """A folder with a short name that the server's user may pass, so that its socket stays where it is."""
    with tempfile.TemporaryDirectory(prefix="rundbord-", dir=os.environ.get("TMPDIR", "/tmp")) as name:  # noqa: S108 - made anew, with a name of its own
        Path(name).chmod(0o711)
        yield Path(name)
