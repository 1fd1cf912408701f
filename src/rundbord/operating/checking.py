"""Everything about the repository that can be checked without a database, side by side."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from rundbord.operating.environments import without_database
from rundbord.operating.places import ROOT, SOURCE, VENV

TOOLS = VENV / "bin"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One check: a program that ends with 0 when all is well."""

    says: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a step went."""

    step: Step
    passed: bool
    seconds: float
    output: str


def main() -> int:
    """Run all steps, one line each; what failed says why at the end."""
    began = time.monotonic()
    failed = []
    for outcome in _outcomes(list(steps())):
        mark = "ok  " if outcome.passed else "FEJL"
        print(f"{mark}  {outcome.step.says:<34}{outcome.seconds:5.1f} s".replace(".", ","), flush=True)
        if not outcome.passed:
            failed.append(outcome)
    for outcome in failed:
        print(f"\n{outcome.step.says}: {' '.join(outcome.step.arguments[:6])}\n{outcome.output.strip()}")
    print(f"\n{'Alt er i orden' if not failed else f'{len(failed)} fejlede'} ({time.monotonic() - began:.0f} s)")
    return 1 if failed else 0


def steps() -> Iterator[Step]:
    """Every check, the slow ones first so that two cores are busy to the end."""
    python = str(TOOLS / "python")
    yield _tool("Typer (mypy)", "mypy")
    yield Step(
        says="Migreringer svarer til modeller",
        arguments=(python, "manage.py", "makemigrations", "--check", "--dry-run"),
    )
    yield Step(says="Djangos egne checks", arguments=(python, "manage.py", "check"))
    yield _tool("Hvem må importere hvem", "lint-imports")
    if found := templates():
        yield _tool("Skabelonernes format (djade)", "djade", "--check", "--target-version", "5.2", *found)
        yield _tool("Skabelonernes stil (djlint)", "djlint", "--lint", "--quiet", *found)
    yield _tool("Stil (ruff)", "ruff", "check", "--quiet", ".", "rundbord")
    yield _tool("Format (ruff)", "ruff", "format", "--check", "--quiet", ".", "rundbord")


def templates() -> list[str]:
    """Every template in the product."""
    return [str(path.relative_to(ROOT)) for path in sorted(SOURCE.rglob("templates/**/*.html"))]


def _tool(says: str, name: str, *arguments: str) -> Step:
    return Step(says=says, arguments=(str(TOOLS / name), *arguments))


def _outcomes(waiting: list[Step]) -> Iterator[Outcome]:
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as workers:
        for done in as_completed([workers.submit(_outcome, step) for step in waiting]):
            yield done.result()


def _outcome(step: Step) -> Outcome:
    began = time.monotonic()
    done = subprocess.run(
        step.arguments,
        cwd=ROOT,
        env={**os.environ, **without_database()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(step=step, passed=done.returncode == 0, seconds=time.monotonic() - began, output=done.stdout)


if __name__ == "__main__":
    sys.exit(main())
