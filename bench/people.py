"""Measures pages about young people: 100,000 files and half a million disclosures, beside the same statements bare.

Usage: ./rundbord bench people [--people N] [--rounds N] [--seconds S] [--only WORDS] [--rebuild]
The database is built once (minutes) and kept under .rundbord/bench; docs/speed.md says what the figures mean.
"""

import argparse
import itertools
import statistics
import sys
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

from bench.at_size.many_people import seconds_of_look_up
from bench.at_size.memory import peaks_of
from bench.at_size.people_pages import FACTS, PAGES
from bench.at_size.results import Measured, Titles, write
from bench.at_size.world import PEOPLE, World, world_of
from bench.pages import Visits, side_by_side
from rundbord.keys.core.blind_index import Cost

# What looking one up costs where nobody has chosen otherwise (.env.example).
PRODUCTION = Cost(memory_kib=19_456, passes=2)
_LOOK_UPS = 30


def main(argv: list[str]) -> int:
    asked = _asked(argv)
    pages = [page for page in PAGES if not asked.only or any(word in page.name for word in asked.only)]
    with ExitStack() as opened:
        world = opened.enter_context(world_of(asked.people, rebuild=asked.rebuild, filling=PEOPLE))
        visits = opened.enter_context(Visits(world, FACTS))
        measured = []
        for page in pages:
            measured.append(Measured(page=page.name, figures=side_by_side(page, [visits], asked)))
            print(f"  {measured[-1].line}", file=sys.stderr, flush=True)  # noqa: T201 - the terminal is its screen
        titles = Titles(
            heading="Pages about young people",
            noun="files on young people, and five times as many disclosures",
            file="people",
            ending=_look_up(world, UUID(str(visits.facts["authority"]))),
        )
        table = write(
            measured,
            titles=titles,
            starts={world.name: world.cold_start},
            peaks={world.name: peaks_of(world)},
            folder=Path(__file__).parent / "results",
            is_whole=not asked.only,
        )
    print(table)  # noqa: T201
    return 0


def _look_up(world: World, authority: UUID) -> str:
    """Say what one look-up costs as in production; the world is seeded at a low cost."""
    times = sorted(itertools.islice(seconds_of_look_up(world.key_store, authority, PRODUCTION), _LOOK_UPS))
    return (
        f"One CPR number looked up at production cost ({PRODUCTION.memory_kib} KiB, {PRODUCTION.passes} passes): "
        f"{statistics.median(times) * 1000:.0f} ms, processor alone, median of {_LOOK_UPS}."
    )


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./rundbord bench people", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=60, help="requests of each page by one client")
    parser.add_argument("--seconds", type=float, default=6, help="how long eight clients ask for each page")
    parser.add_argument("--only", nargs="+", default=[], help="words in the names of pages")
    parser.add_argument("--rebuild", action="store_true", help="build the database anew")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
