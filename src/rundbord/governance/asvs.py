"""How Rundbord stands to OWASP ASVS 5.0.0: one row a requirement, with our own words, our control and its tests.

The rows stand in docs/governance/asvs.csv and are kept by hand; a test compares the tests that they name with those
that there are. OWASP certifies nobody: this is our own word, with what it rests on.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MET, OPERATOR, NOT_APPLICABLE, OPEN = "met", "operator", "n/a", "open"
STATUSES = (MET, OPERATOR, NOT_APPLICABLE, OPEN)
# What the standard's own table holds, by level and by chapter; a row too many or too few is found by these.
BY_LEVEL = {1: 70, 2: 183, 3: 92}
BY_CHAPTER = (30, 13, 31, 16, 13, 47, 19, 13, 7, 36, 24, 12, 21, 13, 21, 17, 12)
CHAPTERS = (
    *("Encoding and sanitisation", "Validation and business rules", "Web front end", "Web services", "Files"),
    *("Authentication", "Sessions", "Authorisation", "Self-contained tokens", "OAuth and OIDC", "Cryptography"),
    *("Communication", "Configuration", "Data protection", "Architecture and dependencies", "Logs and errors"),
    "WebRTC",
)
_SAYS = {MET: "met", OPERATOR: "met by the operator", NOT_APPLICABLE: "not applicable", OPEN: "**not met**"}
_LEAD = """# OWASP ASVS 5.0.0

Written from `asvs.csv` by `./rundbord manage write_governance`; the words are ours, the numbers are the standard's
(read `v5.0.0-` before each). Checked by ourselves against the code and the tests that are named: nobody has certified
anything. `tests/consistency/test_governance.py` fails where a number is missing or double, where a row that is met
names no test, or where a test that is named does not exist.

*Met by the operator*: the software cannot do it alone; `docs/operating.md` says how. *Not met* says why. The aim is
level 2 in whole."""


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """One row."""

    number: str
    level: int
    topic: str
    status: str
    control: str
    tests: tuple[str, ...]

    @property
    def chapter(self) -> int:
        """The first part of the number."""
        return int(self.number.split(".")[0])


def requirements(file: Path) -> list[Requirement]:
    """Read the rows."""
    with file.open(newline="", encoding="utf-8") as rows:
        return [
            Requirement(
                number=row["id"],
                level=int(row["level"]),
                topic=row["topic"],
                status=row["status"],
                control=row["control"],
                tests=tuple(row["tests"].split()),
            )
            for row in csv.DictReader(rows)
        ]


def as_page(rows: list[Requirement]) -> str:
    """Write them as one Markdown page: how many first, what is not met next, then chapter by chapter."""
    parts = [_LEAD, _counts(rows), _open(rows)]
    for number, name in enumerate(CHAPTERS, start=1):
        parts.append(f"## V{number} {name}\n\n{_table(each for each in rows if each.chapter == number)}")
    return "\n\n".join(parts) + "\n"


def _counts(rows: list[Requirement]) -> str:
    lines = ["| Level | " + " | ".join(_SAYS[each].strip("*") for each in STATUSES) + " | all |"]
    lines.append("| --- " * (len(STATUSES) + 2) + "|")
    for level in BY_LEVEL:
        of_level = [each for each in rows if each.level == level]
        count = Counter(each.status for each in of_level)
        lines.append(f"| {level} | " + " | ".join(str(count[each]) for each in STATUSES) + f" | {len(of_level)} |")
    return "\n".join(lines)


def _open(rows: list[Requirement]) -> str:
    lines = [
        f"- **{each.number}** (L{each.level}) {each.topic}: {each.control}" for each in rows if each.status == OPEN
    ]
    return "\n".join(["## What is not met", "", *lines])


def _table(rows: Iterable[Requirement]) -> str:
    head = ["| No. | L | About | Status | Control | Tests |", "| --- | --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *map(_line, rows)])


def _line(row: Requirement) -> str:
    tests = "<br>".join(f"`{test.removeprefix('tests/')}`" for test in row.tests)
    return f"| {row.number} | {row.level} | {row.topic} | {_SAYS[row.status]} | {row.control} | {tests} |"
