"""Others' tools in environments of their own, so that none of them is a dependency of the application (ADR 0044)."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rundbord.operating.installation.node import npm
from rundbord.operating.places import LOCKS, ROOT, STATE, VENV, state
from rundbord.operating.steps import run, step

HOME = STATE / "attack"
LOCK = LOCKS / "attack.txt"
CRAWLER_HOME = STATE / "attack-crawler"
CRAWLER_LOCK = LOCKS / "attack-crawler.txt"
NODE_HOME = STATE / "attack-node"
NODE_LOCK = LOCKS / "attack-node"


def tool(name: str) -> Path:
    """Give a program, installed from its own lock; raise StepFailed where it cannot be had."""
    _kept(HOME, LOCK, partial(_install, HOME, LOCK))
    return HOME / "bin" / name


def crawler() -> Path:
    """Give the program that walks through pages; what it needs does not agree with what the other tools need."""
    _kept(CRAWLER_HOME, CRAWLER_LOCK, partial(_install, CRAWLER_HOME, CRAWLER_LOCK))
    return CRAWLER_HOME / "bin" / "wapiti"


def node_package(name: str) -> Path:
    """Give the folder of a front-end tool, from a lock of its own."""
    _kept(NODE_HOME, NODE_LOCK / "package-lock.json", _install_node)
    return NODE_HOME / "node_modules" / name


def _kept(home: Path, lock: Path, install: Callable[[], None]) -> None:
    stamp = home / "stamp"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    state()
    with step("Andres værktøjer"):
        install()
    stamp.write_text(wanted)


def _install(home: Path, lock: Path) -> None:
    run([sys.executable, "-m", "venv", home])
    how = ("--no-config", "--quiet", "--require-hashes", "--python", home / "bin" / "python")
    run([VENV / "bin" / "uv", "pip", "install", *how, "-r", lock])


def _install_node() -> None:
    NODE_HOME.mkdir(parents=True, exist_ok=True)
    for file in (NODE_LOCK / "package.json", NODE_LOCK / "package-lock.json", ROOT / ".npmrc"):
        shutil.copy(file, NODE_HOME)
    run([*npm(), "ci", "--prefix", NODE_HOME, "--ignore-scripts", "--no-audit", "--no-fund"])
