"""Others' tools in an environment of their own, so that none of them is a dependency of the application (ADR 0044)."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rundbord.config.environment import ROOT
from rundbord.operating.installation.node import npm
from rundbord.operating.places import LOCKS, STATE, VENV

HOME = STATE / "attack"
LOCK = LOCKS / "attack.txt"
NODE_HOME = STATE / "attack-node"
NODE_LOCK = LOCKS / "attack-node"
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


def node_package(name: str) -> Path:
    """Give the folder of a front-end tool, from a lock of its own."""
    stamp = NODE_HOME / "stamp"
    wanted = hashlib.sha256((NODE_LOCK / "package-lock.json").read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        _install_node()
        stamp.write_text(wanted)
    return NODE_HOME / "node_modules" / name


def _install_node() -> None:
    NODE_HOME.mkdir(parents=True, exist_ok=True)
    for file in (NODE_LOCK / "package.json", NODE_LOCK / "package-lock.json", ROOT / ".npmrc"):
        shutil.copy(file, NODE_HOME)
    done = run([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder=NODE_HOME)
    if done.returncode:
        pytest.skip(f"not checked: the tools cannot be installed here\n{done.stderr[-400:]}")


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


def run(
    command: list[object], *, folder: Path = ROOT, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a tool at the lowest priority and for a bounded time."""
    return subprocess.run(
        ["nice", "-n", "19", *map(str, command)],
        cwd=folder,
        env={**os.environ, "SEMGREP_SEND_METRICS": "off", "NO_COLOR": "1", **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
    )
