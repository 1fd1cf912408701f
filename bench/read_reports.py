"""Measures the reading of daily reports on invented ones: over all, per layout, per category; --notes lists misses.

Usage: python bench/read_reports.py [--notes] [FOLDER …]
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from report_measure import FIELDS, Label, Pair, leaks_in, paired

from rundbord.reading import ReadIncident, Report, read_report

_FOLDERS = (
    "police_reports",
    "police_reports_held_back",
    "police_reports_blind_a",
    "police_reports_blind_b",
    "police_reports_blind_c",
    "police_reports_blind_d",
)
_RARE = 3
"""A category with fewer labels says nothing about the mean over categories."""


@dataclass
class Tally:
    """What was counted over some reports."""

    pairs: list[Pair] = field(default_factory=list)
    read: int = 0
    words: int = 0
    kept: int = 0
    leaks: list[str] = field(default_factory=list)

    @property
    def found(self) -> int:
        return sum(pair.incident is not None for pair in self.pairs)

    def add(self, pairs: list[Pair], report: Report) -> None:
        self.pairs += pairs
        self.read += len(report.incidents)
        self.words += len(report.text.split())
        self.kept += sum(len(incident.masked.split()) for incident in report.incidents)
        self.leaks += [words for incident in report.incidents for words in leaks_in(incident)]


def measure(folder: Path) -> tuple[dict[str, Tally], list[str]]:
    """Read every labelled report of a folder; return a tally per layout and a note per miss."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    notes: list[str] = []
    for row in json.loads((folder / "labels.json").read_text("utf-8")):
        source = (folder / f"{row['report']}.txt").read_text("utf-8")
        report = read_report(source, published=date.fromisoformat(row["report_date"]))
        pairs = list(paired([Label.of(one) for one in row["incidents"]], report.incidents))
        origin = json.loads((folder / f"{row['report']}.json").read_text("utf-8"))
        tallies[origin["district"]].add(pairs, report)
        notes += [f"{row['report']} {note}" for note in _notes(pairs, report.incidents)]
    return tallies, notes


def _notes(pairs: list[Pair], incidents: Iterable[ReadIncident]) -> Iterator[str]:
    for pair in pairs:
        wrong = [name for name in FIELDS if pair.agrees(name) is False]
        if pair.incident is None or wrong:
            yield f"{'lost' if pair.incident is None else ', '.join(wrong)}: {pair.label}"
    matched = {id(pair.incident) for pair in pairs}
    yield from (f"too many: {one.original[:80]!r}" for one in incidents if id(one) not in matched)


def _lines(tallies: dict[str, Tally]) -> Iterator[str]:
    yield _head("")
    everything = Tally()
    for district, tally in sorted(tallies.items()):
        yield _line(district, tally)
        everything.pairs += tally.pairs
        everything.read += tally.read
        everything.words += tally.words
        everything.kept += tally.kept
        everything.leaks += tally.leaks
    yield _line("all", everything)
    kinds = _by_category(everything.pairs)
    yield f"category_macro {_share([_mean(one) for one in kinds.values() if one.found >= _RARE])}"
    yield f"kept {everything.kept / everything.words:.3f}, leaks {len(everything.leaks)} {everything.leaks or ''}"
    yield _head("labelled as")
    yield from (_line(kind, tally) for kind, tally in sorted(kinds.items()))


def _by_category(pairs: list[Pair]) -> dict[str, Tally]:
    kinds: dict[str, Tally] = defaultdict(Tally)
    for pair in pairs:
        kinds[pair.label.category].pairs.append(pair)
    return kinds


def _head(title: str) -> str:
    return f"{title:38}{'labels':>7}{'read':>6}{'found':>7}" + "".join(f"{name:>9}" for name in FIELDS)


def _line(name: str, tally: Tally) -> str:
    shares = "".join(f"{_share(_agreements(tally, one)):>9}" for one in FIELDS)
    return f"{name:38}{len(tally.pairs):7}{tally.read or '':>6}{tally.found / len(tally.pairs):7.3f}{shares}"


def _agreements(tally: Tally, name: str) -> list[float]:
    return [float(agrees) for pair in tally.pairs if (agrees := pair.agrees(name)) is not None]


def _mean(tally: Tally) -> float:
    agreements = _agreements(tally, "category")
    return sum(agreements) / len(agreements)


def _share(values: list[float]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else "-"


def main(argv: list[str]) -> None:
    """Print the tables of each folder; with --notes also each miss."""
    named = [Path(word) for word in argv if not word.startswith("--")]
    beside = Path(__file__).parent
    for folder in named or [beside / name for name in _FOLDERS if (beside / name).exists()]:
        tallies, notes = measure(folder)
        shown = notes if "--notes" in argv else []
        sys.stdout.write("\n".join([f"== {folder.name}", *_lines(tallies), *shown, "", ""]))


if __name__ == "__main__":
    main(sys.argv[1:])
