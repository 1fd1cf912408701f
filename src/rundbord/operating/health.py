"""Asks a server of ours whether it is well."""

from __future__ import annotations

import http.client
import subprocess
import time

from rundbord.operating.ports import HOST

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


def _ask(port: int) -> str:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", HEALTH)
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()
