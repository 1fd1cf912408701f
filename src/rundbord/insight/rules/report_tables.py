"""Reading a small table that somebody typed, and telling it so that nobody is counted alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rundbord.partnership.rules.small_counts import told_with_sum

MOST_LINES, _LONGEST = 40, 60
_LINE = re.compile(r"^(?P<label>.*\D)\s*[:;\t ]\s*(?P<count>\d{1,6})\s*$")


@dataclass(frozen=True, kw_only=True)
class Told:
    """The table as it may be told."""

    lines: list[tuple[str, str]]
    total: str


def read_table(text: str) -> tuple[dict[str, int], list[str]]:
    """Read one label and one number a line; give the counts, and every fault with its line."""
    counts: dict[str, int] = {}
    faults: list[str] = []
    wanted = [line.strip() for line in text.splitlines() if line.strip()]
    for place, line in enumerate(wanted, start=1):
        found = _LINE.match(line)
        label = found["label"].strip(" :;\t") if found else ""
        if not found or not label:
            faults.append(f"Linje {place}: skriv en betegnelse og et helt tal, for eksempel »Gladsaxe 12«.")
        elif label in counts:
            faults.append(f"Linje {place}: »{label[:_LONGEST]}« står to gange.")
        elif len(label) > _LONGEST:
            faults.append(f"Linje {place}: betegnelsen er for lang.")
        else:
            counts[label] = int(found["count"])
    if not wanted or len(wanted) > MOST_LINES:
        faults.append(f"Skriv mellem 1 og {MOST_LINES} linjer.")
    return counts, faults


def told_table(counts: dict[str, int]) -> Told:
    """Hide what is below five, and what would give it away."""
    parts, total = told_with_sum(counts)
    return Told(lines=[(label, parts[label]) for label in counts], total=total)
