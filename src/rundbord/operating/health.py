"""Asks a server of ours whether it is well; as a program, for the health check of a container."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

from rundbord.operating.ports import FIRST, HOST

HEALTH = "/helbred/"
PATIENCE_SECONDS = 60


class NotWell(Exception):
    """The server does not answer as it should."""


def wait_until_well(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the health address answers 200; give up when the server has ended or takes too long."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    answer = "intet svar"
    while time.monotonic() < deadline and server.poll() is None:
        answer = _ask(port)
        if answer == "200":
            return
        time.sleep(0.1)
    raise NotWell(f"{HEALTH} svarer ikke, som den skal ({answer})")


def main(arguments: list[str], environ: Mapping[str, str] = os.environ) -> int:
    """Ask once, on this machine: 0 when the server is well; the port is the first argument."""
    port = int(arguments[0]) if arguments else FIRST
    answer = _ask(port, host=public_host(environ.get("RUNDBORD_ORIGIN", "")))
    if answer != "200":
        print(answer, file=sys.stderr)
    return int(answer != "200")


def public_host(origin: str) -> str:
    """Name the host that the server answers to: behind https that is its public name alone, not this machine's."""
    return urlsplit(origin).hostname or HOST


def _ask(port: int, *, host: str = HOST) -> str:
    connection = http.client.HTTPConnection(HOST, port, timeout=4)
    try:
        connection.request("GET", HEALTH, headers={"Host": host})
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
