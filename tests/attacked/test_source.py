"""The source looked at by bandit, and by semgrep with rules of our own; each shown to find a planted fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.attacked.findings import Finding, explanations, keep, unexplained
from tests.attacked.tools import run, tool

RULES = "tests/attacked/semgrep.yml"
PLANTED = """
import hashlib, os, ssl, subprocess
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt

def find(cursor, Person, log, person, cpr, word):
    cursor.execute(f"SELECT * FROM person WHERE name = '{word}'")
    cursor.execute("SELECT * FROM person WHERE name = '%s'" % word)
    Person.objects.raw(word)
    Person.objects.create(name=word)
    mark_safe(word)
    hashlib.sha256(cpr.encode())
    log.info("found", person.cpr)
    log.warning("found", cpr=cpr)
    subprocess.run(word, shell=True)
    ssl._create_unverified_context()
    hashlib.md5(word)
    eval(word)

@csrf_exempt
def seen(request):
    return None
"""

pytestmark = pytest.mark.usefixtures("thorough")


def by_bandit(folder: str | Path) -> list[Finding]:
    """Give what bandit finds of middle and high severity."""
    done = run([tool("bandit"), "-q", "-r", folder, "-f", "json", "-x", "*/migrations/*", "--severity-level", "medium"])
    assert done.returncode in {0, 1}, done.stderr[-500:]
    told = json.loads(done.stdout)
    assert not told["errors"]
    return [Finding("bandit", each["test_id"], each["filename"].removeprefix("./")) for each in told["results"]]


def by_semgrep(folder: str | Path) -> list[Finding]:
    """Give what semgrep finds by our rules; a file that it cannot read is a failure."""
    done = run(
        [
            *(tool("semgrep"), "scan", "--config", RULES, "--metrics=off", "--disable-version-check"),
            *("--no-git-ignore", "--json", "--quiet", folder),
        ]
    )
    told = json.loads(done.stdout)
    assert told["paths"]["scanned"], "it looked at nothing"
    assert [each for each in told["errors"] if each["level"] == "error"] == []
    return [Finding("semgrep", each["check_id"].split(".")[-1], each["path"]) for each in told["results"]]


def test_bandit_finds_nothing_that_is_not_explained() -> None:
    found = by_bandit("src/rundbord")

    assert unexplained(found) == []
    _each_explanation_is_needed("bandit", found)
    keep(
        "bandit",
        version="bandit 1.9.4",
        looked_at="src/rundbord without migrations, middle and high severity",
        found=found,
        verdict=f"{len(found)} findings, each explained in explained.csv",
    )


def test_semgrep_finds_nothing_that_is_not_explained() -> None:
    found = by_semgrep("src/rundbord")

    assert unexplained(found) == []
    _each_explanation_is_needed("semgrep", found)
    keep(
        "semgrep",
        version="semgrep 1.157.0, own rules (tests/attacked/semgrep.yml)",
        looked_at="src/rundbord",
        found=found,
        verdict=f"{len(found)} findings, each explained in explained.csv",
    )


def _each_explanation_is_needed(name: str, found: list[Finding]) -> None:
    assert [each for each in explanations(name) if not any(each.covers(one) for one in found)] == []


def test_what_is_planted_is_found_by_both(tmp_path: Path) -> None:
    planted = tmp_path / "planted_screen.py"
    planted.write_text(PLANTED, encoding="utf-8")
    rules = {each.rule for each in by_semgrep(tmp_path)}
    found = by_bandit(tmp_path)

    assert rules >= {
        *("sql-made-of-words", "html-marked-safe", "rows-in-a-screen", "number-hashed-without-a-key"),
        *("person-in-the-log", "shell", "unchecked-certificate", "form-check-switched-off"),
    }
    assert {"B608", "B602", "B324", "B307"} <= {each.rule for each in found}
    assert len(unexplained(found)) >= 4
