"""Measures how many daily reports and incidents are read and masked in a second, on the invented reports, one process.

Usage: ./rundbord bench reading_speed [--rounds N]
Seconds are those of the processor, so that whatever else the machine does does not count.
"""

import argparse
import json
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rundbord.reading import read_report

HERE = Path(__file__).parent
RESULT = HERE / "results" / "reading_speed.md"
Source = tuple[str, date]


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="./rundbord bench reading_speed", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(argv)
    sources = list(_sources())
    first, _ = _round(sources)
    rounds = [_round(sources) for _ in range(asked.rounds)]
    table = "\n".join(_lines(sources, first, [seconds for seconds, _ in rounds], rounds[0][1]))
    print(table)  # noqa: T201 - the terminal is its screen
    RESULT.write_text(table + "\n", "utf-8")
    return 0


def _sources() -> Iterator[Source]:
    for folder in sorted(HERE.glob("police_reports*")):
        for row in json.loads((folder / "labels.json").read_text("utf-8")):
            text = (folder / f"{row['report']}.txt").read_text("utf-8")
            yield text, date.fromisoformat(row["report_date"])


def _round(sources: list[Source]) -> tuple[float, int]:
    """Read them all once; give the seconds and the number of incidents."""
    began = time.process_time()
    found = sum(len(read_report(text, published=published).incidents) for text, published in sources)
    return time.process_time() - began, found


def _lines(sources: list[Source], first: float, seconds: list[float], incidents: int) -> Iterator[str]:
    one = statistics.median(seconds)
    letters = sum(len(text) for text, _ in sources) / len(sources)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (len(sources) / one, incidents / one, one / len(sources) * 1000, first, peak)
    yield "# Reading daily reports: how many in a second\n"
    yield f"{len(sources)} invented reports with {incidents} incidents, {letters:,.0f} letters each on average; one"
    yield f"process, processor seconds, median of {len(seconds)} rounds after a first one that loads the word lists.\n"
    yield "| reports a second | incidents a second | ms a report | first round, s | peak MB |\n|---|---|---|---|---|"
    yield f"| {' | '.join(f'{figure:.1f}' for figure in figures)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
