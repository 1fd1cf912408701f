"""`./rundbord bench NAVN …`: the measurements under bench/, each a script that says what it measures."""

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


def main(arguments: list[str]) -> int:
    """Run one measurement on a throw-away cluster, or list them."""
    stop_on_terminate()
    script = BENCH / f"{arguments[0]}.py" if arguments else None
    if script is None or not script.is_file():
        return _list()
    with test_cluster() as cluster:
        return run_in_foreground([PYTHON, script, *arguments[1:]], {**os.environ, **of_tests(cluster)})


def _list() -> int:
    for script in sorted(BENCH.glob("[!_]*.py")):
        print(f"  ./rundbord bench {script.stem}\n      {_duty(script)}")
    return 2


def _duty(script: Path) -> str:
    return (ast.get_docstring(ast.parse(script.read_text("utf-8"))) or "").partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
