"""How much of the processors the parts of a measurement use."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bench.at_size.world import World

_FIRST = 1
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, kw_only=True)
class Used:
    """Seconds of processor time since the machine or the process began."""

    application: float
    database: float
    clients: float
    machine: float
    at: float

    def since(self, other: Used) -> dict[str, float]:
        """Give how many processors each part used on average since then; `others` is everything else on the machine."""
        took = self.at - other.at
        parts = {name: getattr(self, name) - getattr(other, name) for name in ("application", "database", "clients")}
        parts["others"] = max(self.machine - other.machine - sum(parts.values()), 0.0)
        return {name: seconds / took for name, seconds in parts.items()}


def used_in(world: World) -> Used:
    """Look at the application server, the database, this process and the whole machine."""
    assert world.server  # noqa: S101 - asked while it runs
    postmaster = int((world.cluster.data / "postmaster.pid").read_text("utf-8").splitlines()[0])
    return Used(
        application=sum(map(_seconds, _family(world.server.pid))),
        database=sum(map(_seconds, _family(postmaster))),
        clients=time.process_time(),
        machine=_machine(),
        at=time.perf_counter(),
    )


def take_precedence(world: World) -> None:
    """Put the server, its database and this process before whatever else the machine does, as on one of its own."""
    assert world.server  # noqa: S101 - asked while it runs
    postmaster = int((world.cluster.data / "postmaster.pid").read_text("utf-8").splitlines()[0])
    # A share alone is not enough: on a full machine each answer of the database would wait for somebody's turn to end.
    for pid in chain(_family(world.server.pid), _family(postmaster), [os.getpid()]):
        os.sched_setscheduler(pid, os.SCHED_RR, os.sched_param(_FIRST))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split():
        yield from _family(int(child))


def _seconds(pid: int) -> float:
    """Give what a process and its children that have ended used."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / _TICK


def _machine() -> float:
    busy = Path("/proc/stat").read_text("utf-8").splitlines()[0].split()[1:]
    user, nice, system, _, _, *rest = map(int, busy)
    return (user + nice + system + sum(rest[:2])) / _TICK
