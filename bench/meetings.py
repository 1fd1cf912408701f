"""Measures ten years of meetings and 50,000 decisions against one year and 5,000, and the night's climbing.

Usage: ./rundbord bench meetings [--sizes 5000 50000] [--rounds N] [--seconds S] [--only WORDS] [--rebuild]
The databases are built once (minutes) and kept under .rundbord/bench; docs/speed.md says what the figures mean.
"""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from bench.at_size.meeting_pages import FACTS, PAGES
from bench.at_size.meeting_years import MEETINGS
from bench.at_size.memory import peaks_of
from bench.at_size.nights import nights_of, told_of_nights
from bench.at_size.processors import take_precedence
from bench.at_size.results import Measured, Titles, write
from bench.at_size.world import world_of
from bench.pages import Visits, side_by_side
from rundbord.operating.children import stop_on_terminate

SIZES = (5_000, 50_000)
RESULTS = Path(__file__).parent / "results"


def main(argv: list[str]) -> int:
    stop_on_terminate()
    asked = _asked(argv)
    pages = [page for page in PAGES if not asked.only or any(word in page.name for word in asked.only)]
    with ExitStack() as opened:
        worlds = [opened.enter_context(world_of(size, rebuild=asked.rebuild, filling=MEETINGS)) for size in asked.sizes]
        if asked.precedence:
            for world in worlds:
                take_precedence(world)
        visits = [opened.enter_context(Visits(world, FACTS)) for world in worlds]
        measured = []
        for page in pages:
            measured.append(Measured(page=page.name, figures=side_by_side(page, visits, asked)))
            print(f"  {measured[-1].line}", file=sys.stderr, flush=True)  # noqa: T201 - the terminal is its screen
        titles = Titles(
            heading="Years of meetings and decisions",
            noun="decisions",
            file="meetings",
            ending=told_of_nights(nights_of(worlds, rounds=asked.rounds)),
        )
        table = write(
            measured,
            titles=titles,
            starts={world.name: world.cold_start for world in worlds},
            peaks={world.name: peaks_of(world) for world in worlds},
            folder=RESULTS,
            is_whole=not asked.only,
        )
    print(table)  # noqa: T201
    return 0


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./rundbord bench meetings", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="decisions, 5,000 a year")
    parser.add_argument("--rounds", type=int, default=60, help="requests of each page by one client")
    parser.add_argument("--seconds", type=float, default=4, help="how long eight clients ask for each page")
    parser.add_argument("--only", nargs="+", default=[], help="words in the names of pages")
    parser.add_argument(
        "--precedence", action="store_true", help="go before what else the machine does; only its superuser may"
    )
    parser.add_argument("--rebuild", action="store_true", help="build the databases anew")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
