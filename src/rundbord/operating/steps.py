"""One line of progress for each thing done; a program's own output only when it fails. Standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rundbord.operating.places import CACHE, ROOT


class StepFailed(Exception):
    """Something could not be done; the message is for the person at the terminal."""


@contextmanager
def step(says: str) -> Iterator[None]:
    """Show what is being done and how long it took."""
    print(f"  {says} …", end="", flush=True, file=sys.stderr)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(" mislykkedes", file=sys.stderr)
        raise
    print(f" {time.monotonic() - began:.1f} s".replace(".", ","), file=sys.stderr)


def run(arguments: Sequence[str | Path], *, environment: Mapping[str, str] | None = None) -> None:
    """Run a program quietly; raise StepFailed with the end of its output when it fails."""
    try:
        done = subprocess.run(
            arguments,
            cwd=ROOT,
            env={**os.environ, **caches_in_the_checkout(), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise StepFailed(f"{arguments[0]}: {error.strerror}") from error
    if done.returncode:
        raise StepFailed(f"{Path(arguments[0]).name} sluttede med fejl {done.returncode}:\n{done.stdout[-3000:]}")


def caches_in_the_checkout() -> dict[str, str]:
    """Package tools keep their caches here unless the machine says otherwise."""
    folders = {"UV_CACHE_DIR": "uv", "PIP_CACHE_DIR": "pip", "npm_config_cache": "npm"}
    return {name: os.environ.get(name, str(CACHE / folder)) for name, folder in folders.items()}
