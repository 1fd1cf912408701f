"""Others' tools in an environment of their own, so that none of them is a dependency of the application (ADR 0044)."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rundbord.config.environment import ROOT
from rundbord.operating.places import LOCKS, STATE, VENV

HOME = STATE / "attack"
LOCK = LOCKS / "attack.txt"
# What a tool may take at most; it is ended then, and the test fails.
MOST_SECONDS = 600


def tool(name: str) -> Path:
    """Give a tool, installed from its own lock; where it cannot be had the test is skipped as not checked."""
    stamp = HOME / "stamp"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        _install()
        stamp.write_text(wanted)
    return HOME / "bin" / name


def _install() -> None:
    HOME.parent.mkdir(parents=True, exist_ok=True)
    commands = [
        [sys.executable, "-m", "venv", HOME],
        [
            *(VENV / "bin" / "uv", "pip", "install", "--no-config", "--quiet"),
            *("--python", HOME / "bin" / "python", "--require-hashes", "-r", LOCK),
        ],
    ]
    for command in commands:
        done = run(command)
        if done.returncode:
            pytest.skip(f"not checked: the tools cannot be installed here\n{done.stderr[-400:]}")


def run(command: list[object], *, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a tool at the lowest priority and for a bounded time."""
    return subprocess.run(
        ["nice", "-n", "19", *map(str, command)],
        cwd=folder,
        env={**os.environ, "SEMGREP_SEND_METRICS": "off", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
