"""Known weaknesses of what is installed: asked for strictly, and never green where nobody answered."""

from __future__ import annotations

import json
from enum import Enum

import pytest

from rundbord.operating.installation.node import npm
from rundbord.operating.places import LOCKS
from tests.attacked.findings import keep
from tests.attacked.tools import run, tool


class Verdict(Enum):
    """What an audit came to."""

    CLEAN = "no known weakness"
    WEAK = "known weaknesses"
    NOT_CHECKED = "not checked: the advisories could not be reached from here"


def verdict_of_pip_audit(code: int, output: str) -> Verdict:
    """Read an answer of `pip-audit --strict --format json`: only a list of every package counts as checked."""
    try:
        packages = json.loads(output[output.index("{") :])["dependencies"]
    except (ValueError, KeyError):
        return Verdict.NOT_CHECKED
    if any("skip_reason" in each for each in packages) or not packages:
        return Verdict.NOT_CHECKED
    weak = any(each.get("vulns") for each in packages)
    return Verdict.WEAK if weak or code else Verdict.CLEAN


def verdict_of_npm_audit(code: int, output: str) -> Verdict:
    """Read an answer of `npm audit --json`: only a count of weaknesses counts as checked."""
    try:
        counted = json.loads(output[output.index("{") :])["metadata"]["vulnerabilities"]["total"]
    except (ValueError, KeyError, TypeError):
        return Verdict.NOT_CHECKED
    return Verdict.WEAK if counted or code else Verdict.CLEAN


@pytest.mark.parametrize(
    ("code", "output", "verdict"),
    [
        (0, "No known vulnerabilities found", Verdict.NOT_CHECKED),
        (1, "ERROR:pip_audit._cli:argon2-cffi: Dependency not found on PyPI", Verdict.NOT_CHECKED),
        (0, '{"dependencies": []}', Verdict.NOT_CHECKED),
        (0, '{"dependencies": [{"name": "x", "skip_reason": "not found"}]}', Verdict.NOT_CHECKED),
        (1, '{"dependencies": [{"name": "x", "version": "1", "vulns": [{"id": "PYSEC-1"}]}]}', Verdict.WEAK),
        (0, '{"dependencies": [{"name": "x", "version": "1", "vulns": []}]}', Verdict.CLEAN),
    ],
)
def test_silence_of_pip_audit_is_not_taken_for_consent(code: int, output: str, verdict: Verdict) -> None:
    assert verdict_of_pip_audit(code, output) is verdict


@pytest.mark.parametrize(
    ("code", "output", "verdict"),
    [
        (1, '{"message": "405 Method Not Allowed", "statusCode": 405}', Verdict.NOT_CHECKED),
        (0, "", Verdict.NOT_CHECKED),
        (1, '{"metadata": {"vulnerabilities": {"total": 2}}}', Verdict.WEAK),
        (0, '{"metadata": {"vulnerabilities": {"total": 0}}}', Verdict.CLEAN),
    ],
)
def test_silence_of_npm_audit_is_not_taken_for_consent(code: int, output: str, verdict: Verdict) -> None:
    assert verdict_of_npm_audit(code, output) is verdict


@pytest.mark.usefixtures("thorough")
def test_no_python_package_has_a_known_weakness() -> None:
    asked = [tool("pip-audit"), "--strict", "--disable-pip", "--require-hashes", "--format", "json", "--timeout", "15"]
    done = run([*asked, "--progress-spinner", "off", "-r", LOCKS / "run.txt"])

    _judge("pip-audit", verdict_of_pip_audit(done.returncode, done.stdout), "requirements/run.txt", done.stdout)


@pytest.mark.usefixtures("thorough")
def test_no_front_end_package_has_a_known_weakness() -> None:
    done = run([*npm(), "audit", "--omit=dev", "--json"])

    _judge("npm-audit", verdict_of_npm_audit(done.returncode, done.stdout), "package-lock.json", done.stdout)


def _judge(name: str, verdict: Verdict, looked_at: str, output: str) -> None:
    keep(
        name,
        version="--strict" if name == "pip-audit" else "--omit=dev",
        looked_at=looked_at,
        found=[],
        verdict=verdict.value,
    )
    if verdict is Verdict.NOT_CHECKED:
        pytest.skip(verdict.value)
    assert verdict is Verdict.CLEAN, output[-2000:]
