"""`./rundbord demo`: everything from nothing to a served partnership, and all of it stopped again by Ctrl-C."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from rundbord.operating import application_server
from rundbord.operating.children import first_to_end, spawn, stop, stop_on_terminate
from rundbord.operating.demo_home import (
    HOME,
    demo_cluster,
    forget_running,
    note_running,
    port_of_running_demo,
    server_log,
)
from rundbord.operating.embedded.cluster import Cluster, ClusterFailed
from rundbord.operating.embedded.leases import Taken, lease
from rundbord.operating.embedded.roles import ensure_roles
from rundbord.operating.embedded.unprivileged import NoUnprivilegedUser
from rundbord.operating.environments import of_demo, with_owner
from rundbord.operating.freshness import is_prepared, mark_prepared
from rundbord.operating.health import NotWell, wait_until_well
from rundbord.operating.places import PYTHON, ROOT, state
from rundbord.operating.ports import PortTaken, listen_on
from rundbord.operating.steps import StepFailed, run, step
from rundbord.operating.worker import start_worker

EXPECTED = (StepFailed, ClusterFailed, NoUnprivilegedUser, PortTaken, NotWell)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What was asked for on the command line."""

    fresh: bool
    port: int | None
    reports: Path | None


def main(arguments: list[str]) -> int:
    """Serve the demo until Ctrl-C."""
    stop_on_terminate()
    wish = _read(arguments)
    state()
    try:
        with lease(HOME):
            _demonstrate(wish)
    except Taken:
        port = port_of_running_demo()
        print(f"Demoen kører allerede{f' på http://127.0.0.1:{port}/' if port else ''}.", file=sys.stderr)
        return 1
    except EXPECTED as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStoppet.", file=sys.stderr)
    return 0


def _read(arguments: list[str]) -> Wish:
    parser = argparse.ArgumentParser(prog="./rundbord demo", add_help=True)
    parser.add_argument("--fresh", action="store_true", help="begynd forfra med nye data")
    parser.add_argument("--port", type=int, help="port på denne maskine (ellers den første frie fra 8000)")
    parser.add_argument("--reports", type=Path, help="mappe med døgnrapporter, der læses ind som ved indsætning")
    given = parser.parse_args(arguments)
    if given.reports and not given.reports.is_dir():
        parser.error(f"mappen {given.reports} findes ikke")
    return Wish(fresh=given.fresh, port=given.port, reports=given.reports.resolve() if given.reports else None)


def _demonstrate(wish: Wish) -> None:
    print("Rundbord: demo", file=sys.stderr)
    with listen_on(wish.port) as listener, _database(fresh=wish.fresh) as cluster:
        port: int = listener.getsockname()[1]
        environment = {**os.environ, **of_demo(cluster, port)}
        _prepare(cluster, environment, wish.reports)
        _serve(listener, environment)


@contextmanager
def _database(*, fresh: bool) -> Iterator[Cluster]:
    cluster = demo_cluster()
    if fresh:
        with step("Sletter den forrige demo"):
            cluster.destroy()
    with step("Starter PostgreSQL"):
        cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()


def _prepare(cluster: Cluster, environment: dict[str, str], reports: Path | None) -> None:
    """Roles, tables, the partnership, static files; nothing of it when nothing has changed since."""
    if not is_prepared(HOME):
        with step("Forbereder databasen"):
            ensure_roles(cluster)
            run([PYTHON, ROOT / "manage.py", "prepare_database"], environment=with_owner(environment, cluster))
        with step("Opdigter et partnerskab"):
            run([PYTHON, ROOT / "manage.py", "load_demo"], environment=with_owner(environment, cluster))
        with step("Samler stilark, skrifter og ikoner"):
            run([PYTHON, ROOT / "manage.py", "collectstatic", "--no-input"], environment=environment)
        mark_prepared(HOME)
    if reports:
        with step("Læser døgnrapporter ind"):
            run([PYTHON, ROOT / "manage.py", "load_reports", str(reports)], environment=environment)


def _serve(listener: socket.socket, environment: dict[str, str]) -> None:
    port: int = listener.getsockname()[1]
    server_log().unlink(missing_ok=True)
    with ExitStack() as started:
        with step("Starter Rundbord"):
            children = _start(listener, environment, started)
            wait_until_well(port, children["Webserveren"])
        note_running(port)
        started.callback(forget_running)
        print(_welcome(port), flush=True)
        ended = first_to_end(children)
        raise NotWell(f"{ended} stoppede af sig selv:\n{server_log().read_text(errors='replace')[-2000:]}")


def _start(
    listener: socket.socket, environment: dict[str, str], started: ExitStack
) -> dict[str, subprocess.Popen[bytes]]:
    descriptor = listener.fileno()
    web = application_server.command_line(f"fd://{descriptor}")
    children = {
        "Webserveren": spawn(web, environment, log=server_log(), descriptors=[descriptor]),
        "Arbejderen": start_worker(environment, log=server_log()),
    }
    for child in children.values():
        started.callback(stop, child)
    return children


def _welcome(port: int) -> str:
    return f"""
  Rundbord kører på  http://127.0.0.1:{port}/

  Log ind: vælg en rolle under Demonstration, ét klik, ingen adgangskode.
  Alle personer, steder og hændelser er opdigtede.
  Ctrl-C stopper det hele; data bevares til næste gang (--fresh begynder forfra).
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
