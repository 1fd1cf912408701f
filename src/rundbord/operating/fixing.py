"""`./rundbord fix`: formats, mends what mends itself, and locks packages anew when asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rundbord.operating.auditing import LOCKED_ON
from rundbord.operating.checking import templates
from rundbord.operating.installation.node import npm
from rundbord.operating.places import LOCKS, ROOT, VENV
from rundbord.operating.steps import StepFailed, run, step

TOOLS = VENV / "bin"
# What of pyproject.toml each lock file holds.
LOCK_FILES = {
    "run.txt": ["pyproject.toml"],
    "all.txt": ["pyproject.toml", "--group", "dev"],
    "node.txt": ["--group", "node"],
}
# Tools that attack lie in an environment of their own (tests/attacked/tools.py), of the machine that tests run on.
FOR_ATTACKS = ("--python-version", "3.11", "--python-platform", "x86_64-manylinux_2_28")
# One of what the crawler needs is nowhere a wheel: it is built here, from the source whose hash the lock names.
ATTACK_LOCKS: dict[str, tuple[str, ...]] = {"attack": ("--only-binary", ":all:"), "attack-crawler": ()}
HOW = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--upgrade", "--quiet")


def main(arguments: list[str]) -> int:
    """Run every mending tool; complaints that they leave are for `check`."""
    try:
        if "--lock" in arguments:
            _lock()
    except StepFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    for tool in _menders():
        subprocess.run(tool, cwd=ROOT, check=False)
    return 0


def _menders() -> Iterator[list[str | Path]]:
    yield [TOOLS / "ruff", "check", "--fix-only", "--quiet", ".", "rundbord"]
    yield [TOOLS / "ruff", "format", ".", "rundbord"]
    if found := templates():
        yield [TOOLS / "djade", "--target-version", "5.2", *found]


def _lock() -> None:
    for name, contents in LOCK_FILES.items():
        with step(f"Låser {name}"):
            run([TOOLS / "uv", "pip", "compile", *contents, *HOW, "--output-file", LOCKS / name])
    for name, built in ATTACK_LOCKS.items():
        with step(f"Låser {name}.txt"):
            how = [*(each for each in HOW if each != "--universal"), *FOR_ATTACKS, *built]
            run([TOOLS / "uv", "pip", "compile", LOCKS / f"{name}.in", *how, "--output-file", LOCKS / f"{name}.txt"])
    for folder in (ROOT, LOCKS / "attack-node"):
        with step(f"Låser {(folder / 'package-lock.json').relative_to(ROOT)}"):
            alone = ("--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund")
            run([*npm(), "install", "--prefix", folder, *alone])
    LOCKED_ON.write_text(f"{datetime.now(UTC):%Y-%m-%d}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
