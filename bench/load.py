"""Measures a full house: 200 signed-in employees who each open a page every 20 seconds, on two cores.

Usage: ./rundbord bench load [--people N] [--every S] [--seconds S] [--files N] [--precedence] [--rebuild]
Its database is that of `./rundbord bench people`, smaller; docs/speed.md says what the figures mean.
"""

import argparse
import itertools
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from bench.at_size.guests import guests_of
from bench.at_size.processors import take_precedence, used_in
from bench.at_size.visiting import signed_in
from bench.at_size.walking import Asked, Log, Walker
from bench.at_size.world import PEOPLE, World, world_of
from rundbord.operating.children import stop_on_terminate

# Who sits in a full house, by turns: those who write on the street, those with files, police, and those who lead.
HOSTS = (
    "gade@gladsaxe",
    "ssp@gladsaxe",
    "betjent@vestegnen",
    "klub@gladsaxe",
    "ssp@herlev",
    "lokal@vestegnen",
    "koordinator@gladsaxe",
    "gade@herlev",
    "leder@gladsaxe",
    "ssp@gladsaxe",
)
WRITERS = ("gade", "klub", "betjent", "lokal")
MOST_SECONDS = 2.0
_SLOWEST = 12
_FEWEST_ASKED = 5
RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A full house as it went."""

    people: int
    seconds: float
    log: Log
    processors: dict[str, float]


def main(argv: list[str]) -> int:
    """Measure, print the table, and say by the exit code whether any request failed."""
    stop_on_terminate()
    asked = parsed(argv)
    with world_of(asked.files, rebuild=asked.rebuild, filling=PEOPLE) as world:
        if asked.precedence:
            take_precedence(world)
        kept = keep_house(world, people=asked.people, every=asked.every, seconds=asked.seconds)
    print(write(kept, asked, folder=RESULTS))  # noqa: T201
    return 1 if kept.log.errors else 0


def write(kept: Kept, asked: argparse.Namespace, *, folder: Path) -> str:
    """Give the table, and leave it in the folder."""
    table = "\n".join(_lines(kept, asked)) + "\n"
    folder.mkdir(exist_ok=True)
    (folder / "load.md").write_text(table, "utf-8")
    return table


def keep_house(world: World, *, people: int, every: float, seconds: float) -> Kept:
    """Let so many people use Rundbord for so long, each at a pace of their own."""
    with world.as_superuser() as connection:
        names = guests_of(connection, HOSTS, people)
        connection.execute("ANALYZE identity_user, identity_duty")
    log, leaving = Log(), threading.Event()
    walkers = [
        Walker(
            visitor=signed_in(world, name),
            log=log,
            chance=Random(number),  # noqa: S311 - what is drawn keeps no secret
            every=every,
            reports=name.startswith(WRITERS),
        )
        for number, name in enumerate(names)
    ]
    waits = [every * number / people for number in range(people)]
    threads = [
        threading.Thread(target=walker.walk, args=[leaving], kwargs={"waits": wait})
        for walker, wait in zip(walkers, waits, strict=True)
    ]
    before = used_in(world)
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    processors = used_in(world).since(before)
    leaving.set()
    for thread in threads:
        thread.join()
    return Kept(people=people, seconds=seconds, log=log, processors=processors)


def _lines(kept: Kept, asked: argparse.Namespace) -> Iterator[str]:
    pages = [each.seconds for each in kept.log.asked if each.kind == "page"]
    yield f"# {kept.people} employees at once, a page every {asked.every:g} seconds each\n"
    yield f"Measured {date.today().isoformat()} on two shared cores, which the clients and the database used too."
    yield f"For {kept.seconds:.0f} s each followed links that the own pages show, let open pages refresh themselves,"
    yield f"and some reported. Behind them lay {asked.files:,} files on young people. docs/speed.md says more.\n"
    if asked.precedence:
        yield "Server, database and clients went before what else the machine did.\n"
    yield "## What failed\n"
    counts = [len(kept.log.asked), len(pages), len(kept.log.errors), kept.log.late]
    yield from _table(["requests", "pages", "failed", "pages asked for too late"], [[f"{count:,}" for count in counts]])
    yield from (f"* {error}" for error in sorted(set(kept.log.errors)))
    yield f"\n## How long it took (pages: at most {MOST_SECONDS:g} s at p95 is aimed at)\n"
    kinds = sorted({each.kind for each in kept.log.asked})
    yield from _table(_HEADS, [_figures(kind, _of(kept.log.asked, kind), kept.seconds) for kind in kinds])
    yield "## The slowest pages\n"
    yield from _table(_HEADS, _slowest(kept, "page"))
    yield "## What refreshes itself\n"
    yield from _table(_HEADS, _slowest(kept, "refresh"))
    yield "## Processors in use on average\n"
    yield from _table(list(kept.processors), [[f"{used:.2f}" for used in kept.processors.values()]])


_HEADS = ("request", "number", "a second", "p50, ms", "p95, ms", "at most, ms")


def _of(asked: Sequence[Asked], kind: str) -> list[float]:
    return [each.seconds for each in asked if each.kind == kind]


def _slowest(kept: Kept, kind: str) -> list[list[str]]:
    by_shape: dict[str, list[float]] = defaultdict(list)
    for each in kept.log.asked:
        if each.kind == kind:
            by_shape[each.shape].append(each.seconds)
    often = [(shape, times) for shape, times in by_shape.items() if len(times) >= _FEWEST_ASKED]
    ordered = sorted(often, key=lambda pair: statistics.median(pair[1]), reverse=True)
    return [_figures(shape, times, kept.seconds) for shape, times in itertools.islice(ordered, _SLOWEST)]


def _figures(name: str, times: Sequence[float], seconds: float) -> list[str]:
    ordered = sorted(times)
    late = ordered[int(len(ordered) * 0.95)]
    figures = [f"{each * 1000:.0f}" for each in (statistics.median(ordered), late, ordered[-1])]
    return [f"`{name}`" if "/" in name else name, f"{len(times):,}", f"{len(times) / seconds:.1f}", *figures]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def parsed(argv: list[str]) -> argparse.Namespace:
    """Read what was asked for."""
    words = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="./rundbord bench load", description=words)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--every", type=float, default=20, help="seconds between two pages of one employee")
    parser.add_argument("--seconds", type=float, default=600, help="how long they stay")
    parser.add_argument("--files", type=int, default=20_000, help="files on young people behind them")
    parser.add_argument(
        "--precedence", action="store_true", help="go before what else the machine does; only its superuser may"
    )
    parser.add_argument("--rebuild", action="store_true", help="build the database anew")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
