"""Measures a morning meeting of forty people who write and read at once: how soon each note stands before everybody.

Usage: ./rundbord bench morning_meeting [--people N] [--seconds S] [--every S] [--decisions N] [--rebuild]
Its database is that of `./rundbord bench meetings`; docs/speed.md says what the figures mean.
"""

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bench.at_size.at_the_table import Held, hold
from bench.at_size.meeting_years import MEETINGS
from bench.at_size.processors import take_precedence
from bench.at_size.world import world_of
from rundbord.operating.children import stop_on_terminate

MOST_SECONDS = 3.0
RESULTS = Path(__file__).parent / "results"


def main(argv: list[str]) -> int:
    stop_on_terminate()
    asked = _asked(argv)
    with world_of(asked.decisions, rebuild=asked.rebuild, filling=MEETINGS) as world:
        if asked.precedence:
            take_precedence(world)
        held = hold(world, people=asked.people, seconds=asked.seconds, every=asked.every)
    table = write(held, every=asked.every, folder=RESULTS, has_precedence=asked.precedence)
    print(table)  # noqa: T201
    return 0


def write(held: Held, *, every: float, folder: Path, has_precedence: bool = False) -> str:
    """Give the table, and leave it in the folder."""
    table = "\n".join(_lines(held, every, has_precedence=has_precedence)) + "\n"
    folder.mkdir(exist_ok=True)
    (folder / "morning_meeting.md").write_text(table, "utf-8")
    return table


def _lines(held: Held, every: float, *, has_precedence: bool) -> Iterator[str]:
    told, late = held.told, _p95(held.delays)
    delays = [statistics.median(held.delays or [0]), late, max(held.delays or [0])]
    kept = "yes" if late <= MOST_SECONDS else "**no**"
    yield f"# {held.people} people in one morning meeting\n"
    yield f"Measured {date.today().isoformat()} on two shared cores, which the clients and the database used too."
    yield f"{held.people} signed-in users of three authorities had one board open for {held.seconds:.0f} s, asked for"
    yield f"signals as the page does; one of them sent a note every {every:g} s on average. docs/speed.md says more.\n"
    if has_precedence:
        yield "Server, database and clients went before what else the machine did.\n"
    yield "## From a note being accepted until each of the others had it on the page\n"
    seconds = [f"{each:.2f}" for each in delays]
    yield from _table(["notes", "p50, s", "p95, s", "at most, s", "kept"], [[f"{held.accepted}", *seconds, kept]])
    yield f"At most {MOST_SECONDS:g} s at p95 is aimed at.\n"
    yield "## Nobody's words are lost\n"
    counts = [held.accepted, held.stored, held.unseen, len(told.errors)]
    heads = ["accepted", "in the database", "not seen by a reader", "requests that failed"]
    yield from _table(heads, [[str(count) for count in counts]])
    yield "## Requests\n"
    rows = (("signal", told.signals), ("refresh", told.refreshes), ("note sent", told.posts))
    yield from _table(["request", "number", "p50, ms", "p95, ms"], [_request(name, times) for name, times in rows])
    yield f"A refresh weighed {statistics.median(told.bytes or [0]) / 1000:.0f} kB in the middle.\n"
    yield "## Processors in use on average\n"
    yield from _table(list(held.processors), [[f"{used:.2f}" for used in held.processors.values()]])


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _request(name: str, times: Sequence[float]) -> list[str]:
    return [name, str(len(times)), f"{statistics.median(times or [0]) * 1000:.0f}", f"{_p95(times) * 1000:.0f}"]


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)] if values else 0.0


def _asked(argv: list[str]) -> argparse.Namespace:
    words = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="./rundbord bench morning_meeting", description=words)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=180, help="how long they write")
    parser.add_argument("--every", type=float, default=2, help="seconds between two notes, on average")
    parser.add_argument("--decisions", type=int, default=50_000, help="what lies behind the meeting")
    parser.add_argument(
        "--precedence", action="store_true", help="go before what else the machine does; only its superuser may"
    )
    parser.add_argument("--rebuild", action="store_true", help="build the database anew")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
