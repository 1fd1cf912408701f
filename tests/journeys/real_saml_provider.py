"""A real identity provider that speaks SAML (npm samlify) on this machine, with a few invented employees.

It listens at another name than Rundbord does, so that its answers come from another site, as in life.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from rundbord.identity.rules.saml_answers import LEVELS as ALL_LEVELS
from rundbord.operating.installation.node import PACKAGED_NODE
from rundbord.operating.places import ROOT
from tests.identity.saml_writing import pair_of
from tests.journeys.real_provider import free_port

CVR = "12345678"
LEVELS = dict(zip(("lav", "betydelig", "hoej"), ALL_LEVELS, strict=True))
CONSULTANT, ADMINISTRATOR = "Test Testesen", "Prøve Prøvesen"
EMPLOYEES = {
    "3f1b0c5e-0000-4000-8000-00000000a001": {"name": CONSULTANT, "privileges": ["urn:rundbord:ssp"]},
    "3f1b0c5e-0000-4000-8000-00000000a002": {"name": ADMINISTRATOR, "privileges": ["urn:rundbord:admin"]},
}
_SCRIPT = Path(__file__).with_suffix(".mjs")


@dataclass(frozen=True)
class RealSamlProvider:
    """Where it listens, and what it publishes of itself."""

    host: str
    metadata: str


@contextmanager
def serving_saml(address: str, code: str, log: Path) -> Iterator[RealSamlProvider]:
    """Let it serve the authority of this code, whose users come from Rundbord at this address."""
    port, pair = free_port(), pair_of("real provider")
    told = {
        "port": port,
        "key": pair.key,
        "certificate": pair.certificate,
        "metadata": f"{address}/log-ind/myndighed/{code}/saml/",
        "cvr": CVR,
        "levels": LEVELS,
        "employees": EMPLOYEES,
    }
    node = shutil.which("node") or PACKAGED_NODE
    with log.open("wb") as output:
        running = subprocess.Popen([node, _SCRIPT, json.dumps(told)], cwd=ROOT, stdout=subprocess.PIPE, stderr=output)
        try:
            assert running.stdout is not None
            assert any(line.strip() == b"listening" for line in running.stdout), log.read_text("utf-8")
            host = f"http://localhost:{port}"
            with urlopen(f"{host}/metadata") as published:  # noqa: S310 - our own provider
                yield RealSamlProvider(host=host, metadata=published.read().decode())
        finally:
            running.terminate()
            running.communicate(timeout=10)
