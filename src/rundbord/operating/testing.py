"""`./rundbord test`: a throw-away cluster, a browser, pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rundbord.operating.browser import NoChromium, find_chromium
from rundbord.operating.children import run_in_foreground, stop_on_terminate
from rundbord.operating.embedded.binaries import postgresql_program
from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.embedded.leases import first_free
from rundbord.operating.embedded.leftover import stop_leftover
from rundbord.operating.embedded.roles import ensure_roles
from rundbord.operating.environments import of_tests
from rundbord.operating.places import PYTHON, state

# Tells the proofs that nothing leaks (tests/leaks) to try many worlds; it takes minutes.
THOROUGH = "RUNDBORD_THOROUGH"
# What a quick run does not try: the browser, and all but a fixed sample of slow cases (tests/sampling.py).
QUICK = "not browser and not left_out"


def main(arguments: list[str]) -> int:
    """Run pytest with everything it needs; its answer is ours."""
    stop_on_terminate()
    quick = "--quick" in arguments
    thorough = {THOROUGH: "1"} if "--thorough" in arguments else {}
    wanted = [argument for argument in arguments if argument not in {"--quick", "--thorough"}]
    try:
        browser = {} if quick else {"RUNDBORD_CHROMIUM": str(find_chromium())}
    except NoChromium as error:
        print(error, file=sys.stderr)
        return 1
    with test_cluster() as cluster:
        return run_in_foreground(
            _pytest(wanted, quick=quick), {**os.environ, **of_tests(cluster), **browser, **thorough}
        )


@contextmanager
def test_cluster() -> Iterator[Cluster]:
    """A running cluster of our own: two runs in one checkout do not share, a healthy one is used again."""
    with first_free(state() / "test") as home:
        cluster = Cluster(home, durable=False)
        stop_leftover(cluster.data)
        if not _was_shut_down_cleanly(cluster):
            cluster.destroy()
        cluster.start()
        try:
            ensure_roles(cluster)
            yield cluster
        finally:
            cluster.stop()


def _was_shut_down_cleanly(cluster: Cluster) -> bool:
    """Without fsync, a server that was killed may have left broken files."""
    program = postgresql_program("pg_controldata")
    told = subprocess.run([program, "-D", cluster.data], capture_output=True, text=True, check=False)
    return any(line.split(":")[-1].strip() == "shut down" for line in told.stdout.splitlines())


def _pytest(wanted: list[str], *, quick: bool) -> list[str]:
    shared = (
        [] if any(argument.startswith(("-n", "-p")) for argument in wanted) else ["-n", "auto", "--dist", "loadgroup"]
    )
    return [str(PYTHON), "-m", "pytest", *shared, *(["-m", QUICK] if quick else []), *wanted]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
