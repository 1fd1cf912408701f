"""Measure the person guard on the corpus beside this file: recall per kind and false alarms."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rundbord.reading.persons import Finding, FindingKind, Severity, findings

_CORPUS = Path(__file__).parent / "person_guard"
_PARTS = ("written_with", "then_looked_at", "held_back", "held_back_again")
_MARK = re.compile(r"\[(?P<kind>[a-z_]+)\|(?P<words>[^\]]*)\]")
_LIKE = (
    {FindingKind.NAME, FindingKind.INITIALS, FindingKind.NICKNAME, FindingKind.LINK},
    {FindingKind.AGE, FindingKind.AGE_BAND, FindingKind.HOME, FindingKind.ORIGIN, FindingKind.LOOKS}
    | {FindingKind.FAMILY, FindingKind.HEALTH, FindingKind.RECORD, FindingKind.JOB},
)


@dataclass(frozen=True)
class Marked:
    """A stretch that should be found."""

    kind: FindingKind
    start: int
    end: int


@dataclass
class Tally:
    """What was counted over one part of the corpus."""

    sentences: int = 0
    negative: int = 0
    words: int = 0
    alarmed: int = 0
    marked: Counter[FindingKind] = field(default_factory=Counter)
    found: Counter[FindingKind] = field(default_factory=Counter)
    false: Counter[Severity] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


def sentences(part: str) -> Iterator[tuple[str, list[Marked]]]:
    """Each sentence without its marks, and the marks."""
    for line in (_CORPUS / f"{part}.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield _read(line)


def _read(line: str) -> tuple[str, list[Marked]]:
    text, marks, position = "", [], 0
    for match in _MARK.finditer(line):
        text += line[position : match.start()]
        marks.append(Marked(FindingKind(match["kind"]), len(text), len(text) + len(match["words"])))
        text += match["words"]
        position = match.end()
    return text + line[position:], marks


def measure(part: str) -> Tally:
    """Compare what the guard finds with what is marked."""
    tally = Tally()
    for text, marks in sentences(part):
        _count(text, marks, findings(text), tally)
    return tally


def _count(text: str, marks: list[Marked], found: tuple[Finding, ...], tally: Tally) -> None:
    tally.sentences += 1
    tally.words += len(text.split())
    for mark in marks:
        tally.marked[mark.kind] += 1
        hit = any(_alike(mark.kind, finding.kind) and _touch(mark, finding) for finding in found)
        tally.found[mark.kind] += hit
        if not hit:
            tally.notes.append(f"missed {mark.kind}: {text}")
    false = [finding for finding in found if not any(_touch(mark, finding) for mark in marks)]
    tally.false.update(finding.severity for finding in false)
    tally.notes += [f"false {finding.kind} »{finding.words}«: {text}" for finding in false]
    if not marks:
        tally.negative += 1
        tally.alarmed += bool(found)


def _touch(mark: Marked, finding: Finding) -> bool:
    """At least half of the marked characters are covered."""
    shared = min(mark.end, finding.span.end) - max(mark.start, finding.span.start)
    return shared * 2 >= mark.end - mark.start


def _alike(wanted: FindingKind, got: FindingKind) -> bool:
    return wanted is got or any(wanted in kinds and got in kinds for kinds in _LIKE)


def report(part: str, tally: Tally) -> Iterator[str]:
    """Lines to print."""
    yield f"{part}: {tally.sentences} sentences, {sum(tally.marked.values())} marks, {tally.negative} without a mark"
    for kind in FindingKind:
        if tally.marked[kind]:
            share = tally.found[kind] / tally.marked[kind]
            yield f"  recall {kind.value:13} {share:6.3f}  ({tally.found[kind]} of {tally.marked[kind]})"
    for name, kinds in _groups().items():
        marked = sum(tally.marked[kind] for kind in kinds)
        yield f"  recall {name:13} {sum(tally.found[kind] for kind in kinds) / marked:6.3f}  (of {marked})"
    yield f"  alarmed sentences per 100 without a mark {100 * tally.alarmed / tally.negative:6.2f}"
    for severity in Severity:
        yield f"  false {severity.value} per 1,000 words {1000 * tally.false[severity] / tally.words:6.2f}"


def _groups() -> dict[str, set[FindingKind]]:
    stopping = {kind for kind in FindingKind if kind.severity is Severity.STOP}
    return {"all STOP": stopping, "all names": _LIKE[0] - {FindingKind.LINK}, "all described": _LIKE[1]}


def main() -> None:
    """Print each part; with --notes also each miss and false alarm."""
    for part in _PARTS:
        if (_CORPUS / f"{part}.txt").exists():
            tally = measure(part)
            notes = tally.notes if "--notes" in sys.argv else []
            sys.stdout.write("\n".join([*report(part, tally), *notes, ""]))


if __name__ == "__main__":
    main()
