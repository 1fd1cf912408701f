"""`./rundbord bench [NAVN] …`: the measurements under bench/, each a script that says what it measures."""

from __future__ import annotations

import ast
import os
import sys
from pathlib import Path

from rundbord.operating.children import run_in_foreground, stop_on_terminate
from rundbord.operating.environments import of_tests
from rundbord.operating.places import PYTHON, ROOT
from rundbord.operating.testing import test_cluster

BENCH = ROOT / "bench"
# What a bare call measures: the pages that people use, at the size that ten years bring.
PAGES = "pages"
LIST = "--list"


def main(arguments: list[str]) -> int:
    """Run one measurement on a throw-away cluster, the pages when none is named, or list them."""
    stop_on_terminate()
    name, rest = _named(arguments)
    script = BENCH / f"{name}.py"
    if name == LIST or not script.is_file():
        _list()
        return 0 if name == LIST else 2
    with test_cluster() as cluster:
        return run_in_foreground([PYTHON, script, *rest], {**os.environ, **of_tests(cluster)})


def _named(arguments: list[str]) -> tuple[str, list[str]]:
    if arguments and (arguments[0] == LIST or not arguments[0].startswith("-")):
        return arguments[0], arguments[1:]
    return PAGES, arguments


def _list() -> None:
    for script in sorted(BENCH.glob("[!_]*.py")):
        print(f"  ./rundbord bench {script.stem}\n      {_duty(script)}")


def _duty(script: Path) -> str:
    return (ast.get_docstring(ast.parse(script.read_text("utf-8"))) or "").partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
