"""Programs that the commands start."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rundbord.operating.children import first_to_end, run_in_foreground, spawn, stop

START_ONE = """
import os, sys, time
from rundbord.operating.children import spawn
print(spawn(["sleep", "60"], os.environ).pid, flush=True)
time.sleep(60)
"""


def test_the_answer_of_a_program_is_ours() -> None:
    assert run_in_foreground([sys.executable, "-c", "raise SystemExit(7)"], os.environ) == 7


def test_the_first_program_to_end_is_named() -> None:
    children = {"langsom": spawn(["sleep", "60"], os.environ), "hurtig": spawn(["sleep", "0"], os.environ)}

    ended = first_to_end(children)

    stop(children["langsom"])
    assert ended == "hurtig"


def test_what_a_program_says_is_kept(tmp_path: Path) -> None:
    log = tmp_path / "server.log"

    spawn([sys.executable, "-c", "print('æøå')"], {**os.environ, "PYTHONUTF8": "1"}, log=log).wait()

    assert log.read_text() == "æøå\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_a_program_ends_when_we_are_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", START_ONE], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    with parent.stdout as said:
        child = int(said.readline())

    parent.kill()
    parent.wait()

    assert _is_gone_within(5, child)


def _is_gone_within(seconds: float, process: int) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False
