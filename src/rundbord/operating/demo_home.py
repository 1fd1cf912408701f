"""The demo's folder: its cluster, and where it is running."""

from __future__ import annotations

import json
from pathlib import Path

from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.places import STATE

HOME = STATE / "demo"
_RUNNING = HOME / "running.json"


def demo_cluster() -> Cluster:
    """The demo's database; kept between starts, so durable."""
    return Cluster(HOME)


def note_running(port: int) -> None:
    """Remember where the demo is served."""
    _RUNNING.write_text(json.dumps({"port": port}))


def forget_running() -> None:
    """The demo is served no more."""
    _RUNNING.unlink(missing_ok=True)


def port_of_running_demo() -> int | None:
    """Where the demo is served; None while it is still starting."""
    try:
        return int(json.loads(_RUNNING.read_text())["port"])
    except (OSError, ValueError, KeyError):
        return None


def server_log() -> Path:
    """What the application server and the worker say."""
    return HOME / "server.log"
