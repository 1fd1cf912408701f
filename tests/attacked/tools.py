"""Others' tools as tests use them: where one cannot be had the test is skipped as not checked."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from rundbord.config.environment import ROOT
from rundbord.operating.installation import attack_tools
from rundbord.operating.steps import StepFailed

# What a tool may take at most; it is ended then, and the test fails.
MOST_SECONDS = 600


def tool(name: str) -> Path:
    """Give a program."""
    return _to_be_had(lambda: attack_tools.tool(name))


def crawler() -> Path:
    """Give the program that walks through pages."""
    return _to_be_had(attack_tools.crawler)


def node_package(name: str) -> Path:
    """Give the folder of a front-end tool."""
    return _to_be_had(lambda: attack_tools.node_package(name))


def _to_be_had(give: Callable[[], Path]) -> Path:
    try:
        return give()
    except StepFailed as failure:
        pytest.skip(f"not checked: the tools cannot be installed here\n{failure}")


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
