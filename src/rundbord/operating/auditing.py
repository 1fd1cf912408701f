"""`./rundbord audit`: known weaknesses of locked packages and the age of the locks; silence is never consent.

The time frames are those of SECURITY.md. Where advisories cannot be reached the answer is *not checked*, in red; with
RUNDBORD_AUDIT_DEMANDED set, as an operator's own CI has it, that is a failure too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum

from rundbord.operating.installation.attack_tools import tool
from rundbord.operating.installation.node import npm
from rundbord.operating.places import LOCKS, ROOT
from rundbord.operating.steps import StepFailed

DEMANDED = "RUNDBORD_AUDIT_DEMANDED"
# Written by `./rundbord fix --lock`. Components that are merely old go with the next update, and that comes.
LOCKED_ON = LOCKS / "locked-on"
MOST_DAYS = 180
_MOST_SECONDS = 600
_RED, _PLAIN = "\033[1;31m", "\033[0m"
Answer = tuple["Verdict", str]


class Verdict(Enum):
    """What an audit came to, in the words of whoever runs it."""

    CLEAN = "ingen kendte svagheder"
    WEAK = "KENDTE SVAGHEDER"
    OLD = "FOR GAMLE"
    NOT_CHECKED = "IKKE UNDERSØGT: listen over kendte svagheder kan ikke nås herfra"


def main(_arguments: list[str], environ: Mapping[str, str] = os.environ) -> int:
    """Ask everybody, one line each; 1 where something is wrong, or unknown and demanded."""
    audits: dict[str, Callable[[], Answer]] = {
        "Python-pakker": python_packages,
        "Front end-pakker": front_end_packages,
        "Låsenes alder": age_of_locks,
    }
    return concluded({says: ask() for says, ask in audits.items()}, demanded=bool(environ.get(DEMANDED)))


def concluded(answers: Mapping[str, Answer], *, demanded: bool) -> int:
    """Say what came of it, and give the answer of the program."""
    for says, (verdict, told) in answers.items():
        line = f"{says:<20}{verdict.value}"
        print(line if verdict is Verdict.CLEAN else f"{_RED}{line}{_PLAIN}\n{told}".rstrip())
    found = {verdict for verdict, _ in answers.values()}
    return int(bool(found & {Verdict.WEAK, Verdict.OLD}) or (demanded and Verdict.NOT_CHECKED in found))


def python_packages() -> Answer:
    """Ask pip-audit of everything that production runs on."""
    try:
        asked = [str(tool("pip-audit")), "--strict", "--disable-pip", "--require-hashes", "--format", "json"]
    except StepFailed as failure:
        return Verdict.NOT_CHECKED, str(failure)
    code, said = _said([*asked, "--timeout", "15", "--progress-spinner", "off", "-r", str(LOCKS / "run.txt")])
    return verdict_of_pip_audit(code, said), said[-2000:]


def front_end_packages() -> Answer:
    """Ask npm of everything that is served."""
    code, said = _said([*map(str, npm()), "audit", "--omit=dev", "--json"])
    return verdict_of_npm_audit(code, said), said[-2000:]


def age_of_locks(today: date | None = None) -> Answer:
    """Tell whether the locks were renewed within the time that SECURITY.md gives to what is merely old."""
    days = ((today or datetime.now(UTC).date()) - date.fromisoformat(LOCKED_ON.read_text("utf-8").strip())).days
    return (
        Verdict.OLD if days > MOST_DAYS else Verdict.CLEAN
    ), f"{days} dage; højst {MOST_DAYS} (./rundbord fix --lock)"


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


def _said(command: list[str]) -> tuple[int, str]:
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1, ""
    return done.returncode, done.stdout or done.stderr


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
