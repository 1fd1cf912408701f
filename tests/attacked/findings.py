"""What a tool found, what of it is explained, and keeping the result as evidence."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatch

from rundbord.config.environment import ROOT

EVIDENCE = ROOT / "docs" / "governance" / "evidence"
# Set by whoever renews the files under docs/governance/evidence.
KEEP = "RUNDBORD_KEEP_EVIDENCE"


@dataclass(frozen=True, order=True)
class Finding:
    """One finding: by which tool, of which kind, where."""

    tool: str
    rule: str
    place: str


@dataclass(frozen=True)
class Explanation:
    """Why findings of a kind at a place do no harm."""

    tool: str
    rule: str
    place: str
    why: str

    def covers(self, found: Finding) -> bool:
        """Tell whether it speaks of a finding."""
        return (self.tool, self.rule) == (found.tool, found.rule) and fnmatch(found.place, self.place)


def explanations(tool: str) -> list[Explanation]:
    """Read what is explained for a tool."""
    with (EVIDENCE / "explained.csv").open(newline="", encoding="utf-8") as rows:
        return [Explanation(**row) for row in csv.DictReader(rows) if row["tool"] == tool]


def unexplained(found: Iterable[Finding]) -> list[Finding]:
    """Give what nobody has explained."""
    listed = sorted(set(found))
    known = [each for tool in {each.tool for each in listed} for each in explanations(tool)]
    return [each for each in listed if not any(why.covers(each) for why in known)]


def keep(tool: str, *, version: str, looked_at: str, found: Iterable[Finding], verdict: str) -> None:
    """Write the result to its file, where somebody renews the evidence."""
    if not os.environ.get(KEEP):
        return
    counted = Counter((each.rule, each.place) for each in found)
    lines = [
        f"# {tool}",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {version}. Looked at: {looked_at}.",
        "",
        f"**{verdict}**",
        *([""] if counted else []),
        *(f"- {rule} {place} ({count})" for (rule, place), count in sorted(counted.items())),
    ]
    EVIDENCE.mkdir(parents=True, exist_ok=True)
    (EVIDENCE / f"{tool}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
