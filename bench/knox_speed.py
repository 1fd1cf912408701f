"""Measures the Knox test with 999 permutations at 10,000 and 100,000 events against pointpats: time and peak memory.

Usage: ./rundbord bench knox_speed [--peer PYTHON] [--patience SECONDS] [--memory MEGABYTES]
The peer is installed for this measurement alone:
    .venv/bin/uv venv .rundbord/peers && .venv/bin/uv pip install --python .rundbord/peers pointpats==2.5.5
Each run is a process of its own, one after the other on the same events, and its seconds are those of the processor, so
that whatever else the machine does counts for neither. What 999 permutations take the peer is reckoned from few first;
where that is beyond patience, or memory runs out, the reckoning is what is reported.
"""

import argparse
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rundbord.patterns import Bands, Events, near_repeat

ROOT = Path(__file__).resolve().parent.parent
RESULT = Path(__file__).parent / "results" / "knox_speed.md"
PEER = ROOT / ".rundbord" / "peers" / "bin" / "python"
SIZES = (10_000, 100_000)
PERMUTATIONS = 999
FEW = (1, 21)
# One threshold of each kind is what both can do; the table of bands is what the product asks for.
DELTA, TAU = 100.0, 7
TABLE = Bands(metres=(100.0, 200.0, 400.0, 1000.0), days=(7, 14, 28, 90))
SINGLE = Bands(metres=(DELTA,), days=(TAU,), is_same_point_apart=False)
_DAYS = 3650
_PEER_CODE = """
import sys, time, warnings; warnings.filterwarnings("ignore")
import numpy as np; sys.path.pop(0)
from pointpats.spacetime import Knox
n, permutations = int(sys.argv[1]), int(sys.argv[2])
rows = np.load(sys.argv[3]); np.random.seed(0); began = time.process_time()
found = Knox(rows[:, :2], rows[:, 2:], delta=float(sys.argv[4]), tau=float(sys.argv[5]), permutations=permutations)
print(int(found.statistic_), found.p_sim, time.process_time() - began)
"""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One process: what it found, its seconds without starting up, its greatest memory; or why it did not finish."""

    statistic: int | None = None
    p: float = 1.0
    seconds: float = 0.0
    megabytes: float = 0.0
    failed: str = ""


def main(argv: list[str]) -> int:
    if argv[:1] == ["--own"]:
        return _own(int(argv[1]), argv[2])
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peer", type=Path, default=PEER)
    parser.add_argument("--patience", type=int, default=900)
    parser.add_argument("--memory", type=int, default=8000)
    asked = parser.parse_args(argv)
    lines = []
    for line in _lines(asked):
        print(line, flush=True)  # noqa: T201 - the terminal is its screen
        lines.append(line)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def events_of(number: int) -> NDArray[np.float64]:
    """Invent events: half on streets of towns that events share, half anywhere, over ten years with some repeats.

    The more events, the more ground: as many in a square kilometre at both sizes, as when more partnerships are added.
    """
    rng = np.random.default_rng(number)
    side = 30_000 * np.sqrt(number / 10_000)
    streets = rng.uniform(0, side, (number // 10, 2))
    places = np.vstack([streets[rng.integers(len(streets), size=number // 2)], rng.uniform(0, side, (number // 2, 2))])
    days = rng.integers(0, _DAYS, number)
    again = rng.choice(number, number // 50, replace=False)
    places[again] = places[again - 1] + rng.normal(0, 60, (len(again), 2))
    days[again] = np.clip(days[again - 1] + rng.integers(0, 10, len(again)), 0, _DAYS)
    return np.column_stack([np.round(places), days])


def _own(number: int, what: str) -> int:
    rows = events_of(number)
    days = rows[:, 2].astype(int).tolist()
    events = Events(east=rows[:, 0].tolist(), north=rows[:, 1].tolist(), days=days)
    began = time.process_time()
    found = near_repeat(events, TABLE if what == "table" else SINGLE, permutations=PERMUTATIONS)
    cell = found.cells[0]
    print(cell.pairs, cell.p, time.process_time() - began, sum(found.near_in_space))  # noqa: T201 - read by the parent
    return 0


def _lines(asked: argparse.Namespace) -> Iterator[str]:
    yield "# Knox with 999 permutations: time and peak memory\n"
    yield f"Invented events over ten years; near is {DELTA:g} m and {TAU} days. The table has 5 bands of distance up to"
    yield "1,000 m and 4 of time up to 90 days. Processor seconds after starting up; greatest memory of the process.\n"
    yield "| events | what | pairs near in both | p | seconds | MB |\n|---|---|---|---|---|---|"
    for number in SIZES:
        for what in ("single", "table"):
            command = [sys.executable, __file__, "--own", str(number), what]
            yield _line(number, f"Rundbord, {what}", _run(command, asked.patience, asked.memory))
        if asked.peer.is_file():
            yield from _peer(number, asked)
    if not asked.peer.is_file():
        yield "\npointpats is not installed (the head of the script says how)."


def _peer(number: int, asked: argparse.Namespace) -> Iterator[str]:
    rows = ROOT / ".rundbord" / f"knox-{number}.npy"
    rows.parent.mkdir(exist_ok=True)
    np.save(rows, events_of(number))

    def run(permutations: int) -> Run:
        tail = [str(number), str(permutations), str(rows), str(DELTA), str(TAU)]
        return _run([str(asked.peer), "-c", _PEER_CODE, *tail], asked.patience, asked.memory)

    few = [run(permutations) for permutations in FEW]
    for permutations, one in zip(FEW, few, strict=True):
        yield _line(number, f"pointpats 2.5.5, single, {permutations} permutation{'s' * (permutations > 1)}", one)
    if not any(one.failed for one in few):
        each = (few[1].seconds - few[0].seconds) / (FEW[1] - FEW[0])
        reckoned = few[0].seconds + (PERMUTATIONS - FEW[0]) * each
        if reckoned < asked.patience:
            yield _line(number, "pointpats 2.5.5, single", run(PERMUTATIONS))
        else:
            yield f"| {number:,} | pointpats 2.5.5, single, reckoned | | | {reckoned:,.0f} | |"
    rows.unlink()


def _run(command: list[str], patience: int, megabytes: int) -> Run:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))

    # One thread each: what is compared is the work, not the cores.
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=alone, preexec_fn=limit)  # noqa: S603, PLW1509
    peak = 0
    while child.poll() is None:
        peak = max(peak, _resident(child.pid))
        time.sleep(0.02)
    output, complaint = child.communicate()
    if child.returncode:
        why = f"ended with {child.returncode}"
        if b"MemoryError" in complaint:
            why = f"more than {megabytes:,} MB"
        elif child.returncode in {-signal.SIGKILL, -signal.SIGXCPU}:
            why = f"not finished in {patience} s"
        return Run(failed=why, megabytes=peak)
    statistic, p, seconds, *_ = output.split()
    return Run(statistic=int(statistic), p=float(p), seconds=float(seconds), megabytes=peak)


def _resident(pid: int) -> int:
    """Read the greatest resident memory that a process has had, in megabytes."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return max((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), default=0)


def _line(number: int, what: str, run: Run) -> str:
    if run.failed:
        return f"| {number:,} | {what} | | | {run.failed} | {run.megabytes:,.0f} |"
    return f"| {number:,} | {what} | {run.statistic} | {run.p:.3f} | {run.seconds:,.1f} | {run.megabytes:,.0f} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
