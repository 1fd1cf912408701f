"""The night's work on decisions, measured in each world by turns and by the worker's login."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from bench.at_size.results import MOST_GROWTH
from bench.at_size.world import World
from rundbord.operating.places import PYTHON, ROOT
from rundbord.operating.worker import environment_of_worker

_WARMING = 2
_PROGRAM = "import django; django.setup(); from bench.at_size.night import main; main()"


@dataclass(kw_only=True)
class Night:
    """One world's night by job: how many are told with how many statements, and the seconds of each turn."""

    world: str
    program: subprocess.Popen[str]
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def take_turn(self) -> None:
        """Do the night's work once."""
        assert self.program.stdin  # noqa: S101 - opened by `_asleep`
        self.program.stdin.write("\n")
        self.program.stdin.flush()
        for name, seconds in self.read().items():
            self.seconds.setdefault(name, []).append(seconds)

    def read(self) -> dict[str, Any]:
        """Read what the program says."""
        assert self.program.stdout  # noqa: S101
        told: dict[str, Any] = json.loads(self.program.stdout.readline())
        return told

    def of_each(self, name: str) -> list[float]:
        """Give the seconds that one statement of the job took in each turn: nights differ in what there is to tell."""
        return [seconds / self.jobs[name]["statements"] for seconds in self.seconds[name][_WARMING:]]


def nights_of(worlds: Sequence[World], *, rounds: int) -> list[Night]:
    """Measure the night in each world by turns."""
    with ExitStack() as opened:
        nights = [opened.enter_context(_asleep(world)) for world in worlds]
        for night in nights:
            night.jobs = night.read()
        for _ in range(rounds + _WARMING):
            for night in nights:
                night.take_turn()
    return nights


def told_of_nights(nights: Sequence[Night]) -> str:
    """Write it as a table."""
    lines = [
        "## The night: reminders, climbing, second looks\n",
        "All workplaces one after the other, each in its transaction, taken back and done again. Milliseconds; the",
        "ratio is that of one statement's time, since nights differ in how much there is to tell.\n",
        "| decisions | job | told | statements | p50 / p95 | scans of big tables | ratio | kept |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(night, name, nights[0]) for night in nights for name in night.jobs),
    ]
    return "\n".join(lines)


@contextmanager
def _asleep(world: World) -> Iterator[Night]:
    """Start a program that works when it is told to."""
    program = subprocess.Popen(  # noqa: S603 - our own program
        [PYTHON, "-c", _PROGRAM],
        cwd=ROOT,
        env=environment_of_worker(world.environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Night(world=world.name, program=program)
    finally:
        program.communicate()


def _row(night: Night, name: str, first: Night) -> str:
    job, times = night.jobs[name], sorted(night.seconds[name][_WARMING:])
    middle, late = statistics.median(times) * 1000, times[int(len(times) * 0.95)] * 1000
    pairs = zip(first.of_each(name), night.of_each(name), strict=True)
    ratio = statistics.median(big / small for small, big in pairs)
    kept = "yes" if ratio <= MOST_GROWTH else "**no**"
    grown = f"{ratio:.2f} | {kept}" if night is not first else "– | –"
    scans = ", ".join(job["scans"]) or "none"
    return (
        f"| {night.world} | {name} | {job['steps']} | {job['statements']} | {middle:.0f} / {late:.0f}"
        f" | {scans} | {grown} |"
    )
