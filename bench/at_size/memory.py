"""The greatest memory that each process of a world has had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.at_size.world import World


def peaks_of(world: World) -> list[float]:
    """Give the peak resident megabytes of the application's processes, the first one first."""
    assert world.server  # noqa: S101 - asked while it runs
    return [_peak(pid) for pid in (world.server.pid, *_children(world.server.pid))]


def _children(pid: int) -> Iterator[int]:
    yield from map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split())


def _peak(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), default=0.0)
