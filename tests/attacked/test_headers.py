"""What the answers say to browsers, judged by Mozilla's HTTP Observatory and Google's CSP Evaluator, behind TLS."""

from __future__ import annotations

import json
import socket
import ssl
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.attacked.findings import Finding, keep
from tests.attacked.planted import planted
from tests.attacked.served import served
from tests.attacked.tls import behind_tls
from tests.attacked.tools import node_package, run

BEST = 125
_EVALUATE = """
const { CspEvaluator } = require("./dist/evaluator.js"), { CspParser } = require("./dist/parser.js");
const told = new CspEvaluator(new CspParser(process.argv[1]).csp).evaluate();
console.log(JSON.stringify(told.map((each) => [each.directive, each.description])));
"""
Reached = tuple[str, Path]

pytestmark = pytest.mark.usefixtures("thorough")


@pytest.fixture(scope="module")
def reached(attacked_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reached]:
    """The demonstration behind TLS: where, and the certificate to trust."""
    folder = tmp_path_factory.mktemp("headers")
    with socket.create_server(("127.0.0.1", 0)) as outside:
        where = f"127.0.0.1:{outside.getsockname()[1]}"
        with (
            served(attacked_database, folder, origin=f"https://{where}") as inside,
            behind_tls(outside, int(inside.rpartition(":")[2]), folder) as certificate,
        ):
            yield where, certificate


def by_observatory(where: str, certificate: Path) -> dict[str, Any]:
    """Let the Observatory look, without its list of preloaded names, which it would fetch."""
    tool = node_package("@mdn/mdn-http-observatory")
    (tool / "conf" / "hsts-preload.json").write_text("{}")
    trusting = {"NODE_EXTRA_CA_CERTS": str(certificate)}
    done = run(["node", tool / "src" / "scan.js", where], environment=trusting)
    assert done.returncode == 0, done.stdout + done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def by_evaluator(policy: str) -> list[Finding]:
    """Let the evaluator read a policy."""
    done = run(["node", "-e", _EVALUATE, policy], folder=node_package("csp_evaluator"))
    return [Finding("csp-evaluator", says, directive) for directive, says in json.loads(done.stdout)]


def test_the_observatory_gives_the_best_grade(reached: Reached) -> None:
    told = by_observatory(*reached)
    failed = {name for name, each in told["tests"].items() if not each["pass"]}

    keep(
        "http-observatory",
        version="@mdn/mdn-http-observatory 1.4.8, offline",
        looked_at="the sign-in page of the demonstration behind TLS on this machine",
        found=[],
        verdict=f"{told['scan']['grade']}, {told['scan']['score']} points, {told['scan']['testsPassed']} of 10 tests",
    )
    assert failed == set()
    assert (told["scan"]["grade"], told["scan"]["score"] >= BEST) == ("A+", True), told["scan"]


def test_the_evaluator_finds_nothing_in_the_policy_of_a_page(reached: Reached) -> None:
    where, certificate = reached
    trusting = ssl.create_default_context(cafile=certificate)
    with urllib.request.urlopen(f"https://{where}/log-ind/", timeout=60, context=trusting) as page:
        found = by_evaluator(page.headers["Content-Security-Policy"])

    keep(
        "csp-evaluator",
        version="csp_evaluator 1.1.8",
        looked_at="the policy of the sign-in page, which every page has",
        found=found,
        verdict=f"{len(found)} findings",
    )
    assert found == []


def test_a_server_without_protection_is_found_by_both(tmp_path: Path) -> None:
    def careless(_environ: dict[str, object], start: Callable[..., object]) -> list[bytes]:
        policy = ("Content-Security-Policy", "script-src * 'unsafe-inline'")
        start("200 OK", [("Content-Type", "text/html"), policy, ("Set-Cookie", "session=1; Path=/")])
        return [b"<!doctype html><script src='http://elsewhere.example/x.js'></script>"]

    with (
        planted(careless) as inside,
        socket.create_server(("127.0.0.1", 0)) as outside,
        behind_tls(outside, inside, tmp_path) as certificate,
    ):
        told = by_observatory(f"127.0.0.1:{outside.getsockname()[1]}", certificate)

    failed = {name for name, each in told["tests"].items() if not each["pass"]}
    assert failed >= {"content-security-policy", "cookies", "strict-transport-security"}
    assert told["scan"]["score"] < BEST
    assert {each.place for each in by_evaluator("script-src * 'unsafe-inline'")} == {"script-src", "object-src"}
