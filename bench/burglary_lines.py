"""Measures how many real burglary lines are understood, and lists the shapes that are not.

Usage: python bench/burglary_lines.py entries_dev.jsonl [geocoded_dev.jsonl]
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rundbord.reading.burglary_lines import BurglaryLine, read_burglary_line

_WORDS = (
    (r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\w*", "<ugedag>"),
    (r"\d+", "9"),
    (r"\b[A-ZÆØÅ][\wæøåé.']+", "<Navn>"),
)


def main(argv: list[str]) -> int:
    lines = list(_lines(Path(argv[0])))
    read = [(line, read_burglary_line(line, published)) for published, line in lines]
    _print_shares(read)
    _print_flags(read)
    _print_unparsed(read)
    if len(argv) > 1:
        _print_agreement(lines, read, Path(argv[1]))
    return 0


def _lines(path: Path) -> Iterator[tuple[date, str]]:
    for row in path.read_text("utf-8").splitlines():
        report = json.loads(row)
        yield from ((date.fromisoformat(report["date"]), line) for line in report["entries"])


def _print_shares(read: list[tuple[str, BurglaryLine]]) -> None:
    _say(f"lines           {len(read)}")
    timed = _share(one.times.start is not None or one.times.reported is not None for _, one in read)
    _say(f"any time        {timed}")
    for name in ("start", "end", "reported"):
        _say(f"{name:15} {_share(getattr(one.times, name) is not None for _, one in read)}")
    for name in ("place", "town"):
        _say(f"{name:15} {_share(getattr(one, name) is not None for _, one in read)}")


def _print_flags(read: list[tuple[str, BurglaryLine]]) -> None:
    for kind, count in Counter(flag.kind.label for _, one in read for flag in one.flags).most_common():
        _say(f"{count:6} {kind}")


def _print_unparsed(read: list[tuple[str, BurglaryLine]]) -> None:
    unparsed = [line for line, one in read if one.times.start is None and one.times.reported is None]
    _say(f"without a first time: {len(unparsed)}")
    for shape, count in Counter(map(_shape, unparsed)).most_common(25):
        _say(f"{count:6} {shape}")


def _print_agreement(lines: list[tuple[date, str]], read: list[tuple[str, BurglaryLine]], path: Path) -> None:
    """Compare streets and towns with the other project's parse, which is a hint and not the truth."""
    rows = [json.loads(row) for row in path.read_text("utf-8").splitlines()]
    hinted = {(row["report_date"], row["street"]): row["town"] for row in rows}
    both = [
        (one, hinted.get((day.isoformat(), one.place or ""))) for (day, _), (_, one) in zip(lines, read, strict=True)
    ]
    matched = [(one, town) for one, town in both if town]
    _say(
        f"same street as the other parse: {len(matched)}; of these same town:"
        f" {_share(one.town == town for one, town in matched)}"
    )


def _shape(line: str) -> str:
    for pattern, name in _WORDS:
        line = re.sub(pattern, name, line)
    return line


def _share(hits: Iterator[bool]) -> float:
    values = list(hits)
    return round(sum(values) / len(values), 4) if values else 0.0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
