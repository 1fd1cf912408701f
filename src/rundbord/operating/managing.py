"""`./rundbord manage …`: Django's own commands, in the environment given or else in the demo's."""

from __future__ import annotations

import os
import sys

from rundbord.operating.children import run_in_foreground, stop_on_terminate
from rundbord.operating.demo_home import HOME, demo_cluster, port_of_running_demo
from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.embedded.leases import Taken, lease
from rundbord.operating.embedded.roles import ensure_roles
from rundbord.operating.environments import of_demo, with_owner, without_database
from rundbord.operating.places import PYTHON, ROOT, state
from rundbord.operating.ports import FIRST

# They read or write code and files, never a row.
WITHOUT_DATABASE = {
    "--help", "--version", "check", "collectstatic", "diffsettings", "findstatic", "help", "makemigrations", "version",
}  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run one Django command."""
    stop_on_terminate()
    if "DATABASE_URL" in os.environ:
        return _run(arguments, {})
    if not arguments or arguments[0] in WITHOUT_DATABASE:
        return _run(arguments, without_database())
    state()
    return _run_on_the_demo(arguments, demo_cluster())


def _run_on_the_demo(arguments: list[str], cluster: Cluster) -> int:
    """On the running demo's database; when the demo is not running, start the database for as long as this takes."""
    try:
        with lease(HOME):
            cluster.start()
            try:
                ensure_roles(cluster)
                return _run(arguments, with_owner(of_demo(cluster, FIRST), cluster))
            finally:
                cluster.stop()
    except Taken:
        return _run(arguments, with_owner(of_demo(cluster, port_of_running_demo() or FIRST), cluster))


def _run(arguments: list[str], environment: dict[str, str]) -> int:
    return run_in_foreground([PYTHON, ROOT / "manage.py", *arguments], {**os.environ, **environment})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
