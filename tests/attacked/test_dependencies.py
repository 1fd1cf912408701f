"""Known weaknesses of what is installed: asked for strictly, and never green where nobody answered."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from rundbord.operating.auditing import (
    LOCKED_ON,
    MOST_DAYS,
    Answer,
    Verdict,
    age_of_locks,
    concluded,
    front_end_packages,
    python_packages,
    verdict_of_npm_audit,
    verdict_of_pip_audit,
)
from rundbord.operating.places import ROOT
from tests.attacked.advisories import advisories
from tests.attacked.findings import keep

CLEAN, WEAK, OLD, SILENT = ((each, "") for each in Verdict)


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


@pytest.mark.parametrize(
    ("answers", "demanded", "code"),
    [
        ({"a": CLEAN, "b": CLEAN}, True, 0),
        ({"a": WEAK, "b": CLEAN}, False, 1),
        ({"a": CLEAN, "b": OLD}, False, 1),
        ({"a": SILENT, "b": CLEAN}, False, 0),
        ({"a": SILENT, "b": CLEAN}, True, 1),
    ],
)
def test_what_is_weak_or_old_fails_and_silence_is_said_in_red(
    answers: dict[str, Answer], demanded: bool, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert concluded(answers, demanded=demanded) == code
    assert ("\033[1;31m" in capsys.readouterr().out) is any(each is not CLEAN for each in answers.values())


def test_locks_older_than_the_policy_gives_are_too_old() -> None:
    locked = date.fromisoformat(LOCKED_ON.read_text("utf-8").strip())

    assert age_of_locks(locked + timedelta(days=MOST_DAYS))[0] is Verdict.CLEAN
    assert age_of_locks(locked + timedelta(days=MOST_DAYS + 1))[0] is Verdict.OLD
    assert f"{MOST_DAYS} days at most" in (ROOT / "SECURITY.md").read_text("utf-8")


@pytest.mark.usefixtures("thorough")
def test_a_weakness_that_a_source_on_this_machine_tells_of_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for weak, expected in (((), (Verdict.CLEAN, Verdict.CLEAN)), (("django", "leaflet"), (Verdict.WEAK, Verdict.WEAK))):
        with advisories(tmp_path, *weak) as leading, monkeypatch.context() as here:
            for name, value in leading.items():
                here.setenv(name, value)
            told = python_packages(), front_end_packages()

        assert (told[0][0], told[1][0]) == expected, told


@pytest.mark.usefixtures("thorough")
def test_no_python_package_has_a_known_weakness() -> None:
    _judge("pip-audit", python_packages(), "requirements/run.txt")


@pytest.mark.usefixtures("thorough")
def test_the_locks_are_not_too_old() -> None:
    assert age_of_locks()[0] is Verdict.CLEAN, "run ./rundbord fix --lock"


@pytest.mark.usefixtures("thorough")
def test_no_front_end_package_has_a_known_weakness() -> None:
    _judge("npm-audit", front_end_packages(), "package-lock.json")


def _judge(name: str, answer: Answer, looked_at: str) -> None:
    verdict, output = answer
    said = {Verdict.CLEAN: "no known weakness", Verdict.WEAK: "known weaknesses"}
    silent = "not checked: the advisories could not be reached from here"
    version = "--strict" if name == "pip-audit" else "--omit=dev"
    keep(name, version=version, looked_at=looked_at, found=[], verdict=said.get(verdict, silent))
    if verdict is Verdict.NOT_CHECKED:
        pytest.skip(silent)
    assert verdict is Verdict.CLEAN, output
