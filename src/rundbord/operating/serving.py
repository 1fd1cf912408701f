"""`./rundbord serve`: production. Everything from environment variables; nothing is served before it is found safe."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from rundbord.operating import application_server
from rundbord.operating.children import Terminated, first_to_end, run_in_foreground, spawn, stop, stop_on_terminate
from rundbord.operating.places import PYTHON, ROOT
from rundbord.operating.worker import environment_of_worker, start_worker

WEB, WORKER = "web", "worker"
DATABASES = ("default", "auth", "place")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def main(arguments: list[str]) -> int:
    """Check, then serve until asked to stop."""
    stop_on_terminate()
    wish = _read(arguments)
    environment = dict(os.environ)
    if missing := _missing(environment, wish.only):
        print(f"Miljøvariabel mangler: {missing} (se .env.example)", file=sys.stderr)
        return 1
    if danger := danger_of_address(wish.bind, origin=environment.get("RUNDBORD_ORIGIN", "")):
        print(danger, file=sys.stderr)
        return 1
    if code := _check(environment, wish.only):
        print("Rundbord starter ikke, før det er rettet.", file=sys.stderr)
        return code
    return _serve(wish.bind, environment, wish.only)


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./rundbord serve")
    parser.add_argument("--bind", default=os.environ.get("RUNDBORD_BIND", "127.0.0.1:8000"), help="adresse:port")
    parser.add_argument("--only", choices=[WEB, WORKER], help="kun webserveren eller kun arbejderen")
    return parser.parse_args(arguments)


def _missing(environment: dict[str, str], only: str | None) -> str:
    needs_worker = only != WEB
    return "DATABASE_URL_JOB" if needs_worker and not environment.get("DATABASE_URL_JOB") else ""


def danger_of_address(bind: str, *, origin: str) -> str:
    """Say why an address may not be listened on: without https only this machine is let in, whatever a Host says."""
    host = bind.rpartition(":")[0].strip("[]")
    if urlsplit(origin).scheme == "https" or host in LOOPBACK or bind.startswith("unix:"):
        return ""
    return f"Uden https må Rundbord kun lytte på denne maskine (127.0.0.1), ikke på {bind}"


def _check(environment: dict[str, str], only: str | None) -> int:
    """Django's checks and our own, as each login that will be used; 0 when all of them pass."""
    asked = [f"--database={alias}" for alias in DATABASES]
    check: list[str | Path] = [PYTHON, ROOT / "manage.py", "check", "--deploy", "--fail-level=WARNING"]
    codes = []
    if only != WORKER:
        codes.append(run_in_foreground([*check, *asked], environment))
    if only != WEB and not any(codes):
        signed_in = environment_of_worker(environment)
        codes.append(run_in_foreground([*check, "--database=default"], signed_in))
    return max(codes)


def _serve(bind: str, environment: dict[str, str], only: str | None) -> int:
    """Run web server and worker side by side; when one ends, end both, so that whoever watches us starts anew."""
    with ExitStack() as started:
        children: dict[str, subprocess.Popen[bytes]] = {}
        if only != WORKER:
            children[WEB] = spawn(application_server.command_line(bind), environment)
        if only != WEB:
            children[WORKER] = start_worker(environment)
        for child in children.values():
            started.callback(stop, child)
        try:
            ended = first_to_end(children)
        except (KeyboardInterrupt, Terminated):
            return 0
        print(f"{ended} stoppede af sig selv (kode {children[ended].returncode})", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
