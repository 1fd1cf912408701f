"""Users who ask for pages through the proxy all the time and note each answer; what they lost is read from it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.operating.a_database import WRITE
from tests.operating.two_servers import PROXY_PORT, World

VISITORS, WRITERS = 4, 2
ASK = """
import http.client, json, sys, time
host, port, notes = sys.argv[1], int(sys.argv[2]), sys.argv[3]
number = 0
with open(notes, "a", buffering=1) as noted:
    while True:
        number += 1
        asked, status = time.time(), 0
        connection = http.client.HTTPConnection(host, port, timeout=10)
        try:
            connection.request("GET", "/helbred/" if number % 4 else "/log-ind/")
            answer = connection.getresponse()
            answer.read()
            status = answer.status
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        noted.write(json.dumps([asked, time.time(), status]) + "\\n")
        time.sleep(0.1)
"""


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What users lost between two moments."""

    asked: int
    failed: int
    seconds: float
    slowest: float

    def row(self, what: str) -> str:
        """As a line of a table."""
        return f"| {what} | {self.asked} | {self.failed} | {self.seconds:.1f} | {self.slowest:.1f} |"


@contextmanager
def visitors(world: World) -> Iterator[None]:
    """Ask through the proxy, and write from both application hosts beside it."""
    address = world.address("postgres")
    started = []
    proxy = world.hosts["proxy"].address
    for number in range(VISITORS):
        arguments: list[str | Path] = [
            sys.executable, "-c", ASK, proxy, str(PROXY_PORT), world.folder / f"answers-{number}",
        ]  # fmt: skip
        started.append(world.hosts["user"].start(arguments, world.environment, world.folder / "visitors.log"))
    for number in range(WRITERS):
        host = world.hosts[f"app{number + 1}"]
        writing: list[str | Path] = [
            sys.executable, "-c", WRITE, address, world.folder / f"acknowledged-{number}",
        ]  # fmt: skip
        started.append(host.start(writing, world.environment, world.folder / "writers.log"))
    try:
        yield
    finally:
        for process in started:
            _end(process)


def lost(folder: Path, since: float, to: float) -> Loss:
    """Failed requests, how long from the first to the last of them, and the slowest good answer."""
    notes = [json.loads(line) for file in folder.glob("answers-*") for line in file.read_text().splitlines()]
    within = [(asked, answered, status) for asked, answered, status in notes if since <= answered and asked <= to]
    failed = [(asked, answered) for asked, answered, status in within if status != 200]
    good = [answered - asked for asked, answered, status in within if status == 200]
    seconds = max(answered for _, answered in failed) - since if failed else 0.0
    return Loss(asked=len(within), failed=len(failed), seconds=seconds, slowest=max(good, default=0.0))


def good_since(folder: Path, moment: float, count: int = 12) -> bool:
    """Whether the last so many answers, all asked after a moment, were good."""
    notes = [json.loads(line) for file in folder.glob("answers-*") for line in file.read_text().splitlines()]
    late = sorted(note for note in notes if note[0] > moment)[-count:]
    return len(late) == count and all(status == 200 for _, _, status in late)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def now() -> float:
    """The moment."""
    return time.time()
