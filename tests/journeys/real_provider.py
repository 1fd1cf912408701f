"""A real identity provider (npm oidc-provider) on this machine, with a few invented employees."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rundbord.operating.installation.node import PACKAGED_NODE
from rundbord.operating.places import ROOT

LEVELS = {
    "lav": "https://data.gov.dk/concept/core/nsis/Low",
    "betydelig": "https://data.gov.dk/concept/core/nsis/Substantial",
    "hoej": "https://data.gov.dk/concept/core/nsis/High",
}
CONSULTANT, ADMINISTRATOR, STRANGER = "Test Testesen", "Prøve Prøvesen", "Uden Rettighed"
EMPLOYEES = {
    "7f0c-1": {"name": CONSULTANT, "preferred_username": "test", "email": "test@kommunen.example", "roles": ["ssp"]},
    "7f0c-2": {"name": ADMINISTRATOR, "preferred_username": "proeve", "roles": ["rundbord-admin"]},
    "7f0c-3": {"name": STRANGER, "preferred_username": "uden", "roles": ["noget-andet"]},
}
SECRET = "kun-til-proever/+&%"
_SCRIPT = Path(__file__).with_suffix(".mjs")


@dataclass(frozen=True)
class RealProvider:
    """Where it listens."""

    issuer: str


@contextmanager
def serving(address: str, code: str, log: Path) -> Iterator[RealProvider]:
    """Let it serve the authority of this code, whose users come from Rundbord at this address."""
    port = free_port()
    here = f"{address}/log-ind/myndighed/{code}"
    told = {
        "port": port,
        "secret": SECRET,
        "answers": f"{here}/svar/",
        "logout": f"{here}/afslut/",
        "home": f"{address}/log-ind/",
        "levels": LEVELS,
        "employees": EMPLOYEES,
    }
    node = shutil.which("node") or PACKAGED_NODE
    with log.open("wb") as output:
        running = subprocess.Popen([node, _SCRIPT, json.dumps(told)], cwd=ROOT, stdout=subprocess.PIPE, stderr=output)
        try:
            assert running.stdout is not None
            assert any(line.strip() == b"listening" for line in running.stdout), log.read_text("utf-8")
            yield RealProvider(issuer=f"http://127.0.0.1:{port}")
        finally:
            running.terminate()
            running.communicate(timeout=10)


def free_port() -> int:
    """Find a port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
