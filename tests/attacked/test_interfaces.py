"""What other systems call, attacked by schemathesis from its description; shown to find faults made for it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from rundbord.governance.documents import folder
from tests.attacked.a_line import opened_line
from tests.attacked.findings import keep
from tests.attacked.planted import planted
from tests.attacked.tools import run, tool

# Left out: whether everything that fits is taken. Rules about names and identities say more than a shape.
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,negative_data_rejection,unsupported_method,ignored_auth,missing_required_header"
)
MOST_EXAMPLES = 60
Done = subprocess.CompletedProcess[str]

pytestmark = pytest.mark.usefixtures("thorough")


def by_schemathesis(description: dict[str, Any], address: str, tmp_path: Path, *more: str) -> Done:
    """Let the tool call everything in a description; the same seed makes the same calls."""
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(description), encoding="utf-8")
    asked = [tool("schemathesis"), "run", file, "--url", address, "--checks", CHECKS, "--seed", "1", "--no-color"]
    bounds = ["--phases", "examples,coverage,fuzzing", "--max-examples", MOST_EXAMPLES, "--request-timeout", "30"]
    return run([*asked, *bounds, "--suppress-health-check", "all", "--warnings", "off", *more], folder=tmp_path)


def narrowed(description: dict[str, Any], **known: str) -> dict[str, Any]:
    """Let most calls reach what there is: rows that no tool can guess are named."""
    for path in description["paths"].values():
        for parameter in path["parameters"]:
            if value := known.get(parameter["name"]):
                parameter["schema"] = {"type": "string", "enum": [value]}
    return description


def described() -> dict[str, Any]:
    """Read the description that lies with the documents."""
    told: dict[str, Any] = json.loads((folder() / "openapi.json").read_text("utf-8"))
    return told


def test_everything_that_systems_call_answers_as_it_is_described(
    address: str, attacked_database: str, tmp_path: Path
) -> None:
    line = opened_line(attacked_database, address)
    schema = narrowed(described(), code=line.code, user_id=line.user, witness_id=line.witness)

    done = by_schemathesis(schema, address, tmp_path, "--header", f"Authorization:{line.header}")

    assert done.returncode == 0, done.stdout[-6000:]
    tried = re.search(r"(\d+) generated", done.stdout)
    keep(
        "schemathesis",
        version=f"schemathesis 4, at most {MOST_EXAMPLES} examples for each call, seed 1",
        looked_at=f"docs/governance/openapi.json, {len(schema['paths'])} addresses of the demonstration",
        found=[],
        verdict=f"no finding in {tried[1] if tried else 'all'} calls",
    )


@pytest.mark.parametrize("fault", ["falls over", "answers in another shape", "asks for no token"])
def test_a_fault_that_was_made_for_it_is_found(fault: str, tmp_path: Path) -> None:
    schema = described()
    schema["paths"] = {place: each for place, each in schema["paths"].items() if "ServiceProviderConfig" in place}

    def faulty(environ: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
        is_known = environ.get("HTTP_AUTHORIZATION") == "Bearer right" or fault == "asks for no token"
        if environ["REQUEST_METHOD"] != "GET":
            start("405 Method Not Allowed", [("Allow", "GET")])
            return [b""]
        if not is_known:
            start("401 Unauthorized", [("Content-Type", "application/scim+json"), ("WWW-Authenticate", "Bearer")])
            return [json.dumps({"schemas": ["x"], "status": "401", "detail": unquote("")}).encode()]
        told: dict[str, Any] = {"schemas": ["x"], "patch": {}, "filter": {}}
        if fault == "answers in another shape":
            told["patch"] = "yes"
        start("500 Error" if fault == "falls over" else "200 OK", [("Content-Type", "application/scim+json")])
        return [json.dumps(told).encode()]

    with planted(faulty) as port:
        done = by_schemathesis(schema, f"http://127.0.0.1:{port}", tmp_path, "--header", "Authorization:Bearer right")

    said = {
        "falls over": "Server error",
        "answers in another shape": "violates schema",
        "asks for no token": "authentication",
    }
    assert done.returncode == 1, done.stdout[-2000:]
    assert said[fault] in done.stdout, done.stdout[-3000:]
