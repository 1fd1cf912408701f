"""Measures pages over ten years of 100,000 and 1,000,000 incidents, beside the same statements bare in the same run.

Usage: ./rundbord bench [pages] [--sizes 100000 1000000] [--rounds N] [--seconds S] [--only WORDS] [--rebuild]
The databases are built once (minutes) and kept under .rundbord/bench; docs/speed.md says what the figures mean.
"""

import argparse
import itertools
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from bench.at_size.captured import Captured, Wish
from bench.at_size.memory import peaks_of
from bench.at_size.pages import FACTS, PAGES, Page
from bench.at_size.plans import policies_against_written_out, scans_of_big_tables
from bench.at_size.replaying import Bare, Program, captured_by, inside
from bench.at_size.results import Figures, Measured, write
from bench.at_size.visiting import Answer, Visitor, at_once, expect, fields_for, signed_in
from bench.at_size.world import World, world_of

SIZES = (100_000, 1_000_000)
CLIENTS = 8
_WARMING = 5


def main(argv: list[str]) -> int:
    asked = _asked(argv)
    pages = [page for page in PAGES if not asked.only or any(word in page.name for word in asked.only)]
    with ExitStack() as opened:
        worlds = [opened.enter_context(world_of(size, rebuild=asked.rebuild)) for size in asked.sizes]
        visits = [opened.enter_context(Visits(world)) for world in worlds]
        measured = []
        for page in pages:
            measured.append(Measured(page=page.name, figures=side_by_side(page, visits, asked)))
            print(f"  {measured[-1].line}", file=sys.stderr, flush=True)  # noqa: T201 - the terminal is its screen
        peaks = {world.name: peaks_of(world) for world in worlds}
        starts = {world.name: world.cold_start for world in worlds}
    table = write(
        measured, starts=starts, peaks=peaks, folder=Path(__file__).parent / "results", is_whole=not asked.only
    )
    print(table)  # noqa: T201
    return 0


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./rundbord bench pages", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=60, help="requests of each page by one client")
    parser.add_argument("--seconds", type=float, default=6, help="how long eight clients ask for each page")
    parser.add_argument("--only", nargs="+", default=[], help="words in the names of pages")
    parser.add_argument("--rebuild", action="store_true", help="build the databases anew")
    return parser.parse_args(argv)


class Visits:
    """One world with its signed-in visitors and an application that tells what it sends."""

    def __init__(self, world: World, facts: Mapping[str, str] = FACTS) -> None:
        """Ask the world once for what addresses name."""
        self.world = world
        self.visitors: dict[str, Visitor] = {}
        self.opened = ExitStack()
        self.keeper = self.opened.enter_context(world.as_superuser())
        self.facts = {name: _only(self.keeper.execute(query).fetchone()) for name, query in facts.items()}
        self.turns = map(_in_letters, itertools.count(int(time.time())))
        self.program: Program = self.opened.enter_context(inside(world))

    def __enter__(self) -> "Visits":
        """Stay until the measurement ends."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave."""
        self.opened.close()

    def visitor(self, page: Page) -> Visitor:
        """Give the page's user, signed in once."""
        if page.user not in self.visitors:
            self.visitors[page.user] = signed_in(self.world, page.user)
        return self.visitors[page.user]

    def path(self, page: Page) -> str:
        """Give the page's address in this world."""
        return page.path.format(**self.facts)

    def ask(self, page: Page) -> Answer:
        """Make the request once; a form is fetched and filled in before the clock runs, and undone after it."""
        visitor, path = self.visitor(page), self.path(page)
        if not page.writes:
            return expect(visitor.get(path, page.headers), page)
        answer = expect(visitor.send(path, self.fields(page)), page)
        self.undo(page)
        return answer

    def capture(self, page: Page) -> Captured:
        """Note what the request sends to the database; a form is sent once before, since the first finds less there."""
        if page.writes:
            self.ask(page)
        visitor, path = self.visitor(page), self.path(page)
        fields = self.fields(page) if page.writes else None
        captured = captured_by(
            self.program, Wish(path=path, cookies=visitor.cookies, fields=fields, headers=page.headers)
        )
        expect(Answer(status=captured.status, body=b"", seconds=0), page)
        self.undo(page)
        return captured

    def fields(self, page: Page) -> dict[str, str]:
        """Fill the page's form in; its words may hold a `turn` that is never the same, as a user's words are not."""
        told = {**self.facts, "turn": next(self.turns)}
        return fields_for(self.visitor(page), page, (page.form_at or page.path).format(**self.facts), told)

    def undo(self, page: Page) -> None:
        """Put back what the request changed, where it cannot be made twice."""
        if page.undo:
            self.keeper.execute(page.undo.format(**self.facts))


def _in_letters(number: int) -> str:
    """Write a number without digits, which no form would take for somebody's number."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def side_by_side(page: Page, visits: list[Visits], asked: argparse.Namespace) -> dict[str, Figures]:
    """Measure a page in every world by turns, so that what else the machine does falls on all of them."""
    with ExitStack() as opened:
        told = [each.capture(page) for each in visits]
        bare = [
            opened.enter_context(Bare(world=each.world, captured=captured))
            for each, captured in zip(visits, told, strict=True)
        ]
        rounds = [
            [(each.ask(page).seconds, _undone(replay, each, page)) for each, replay in zip(visits, bare, strict=True)]
            for _ in range(asked.rounds + _WARMING)
        ][_WARMING:]
    return {
        each.world.name: _figures(page, each, captured, pairs=[one[place] for one in rounds], seconds=asked.seconds)
        for place, (each, captured) in enumerate(zip(visits, told, strict=True))
    }


def _undone(replay: Bare, visits: Visits, page: Page) -> float:
    seconds = replay.seconds()
    visits.undo(page)
    return seconds


def _figures(
    page: Page, visits: Visits, captured: Captured, *, pairs: list[tuple[float, float]], seconds: float
) -> Figures:
    many, per_second = _eight(page, visits, seconds)
    return Figures(
        queries=len(captured.statements),
        app=[app for app, _ in pairs],
        bare=[bare for _, bare in pairs],
        many=many,
        per_second=per_second,
        scans=scans_of_big_tables(visits.world, captured),
        policy_ratio=policies_against_written_out(visits.world, captured),
    )


def _eight(page: Page, visits: Visits, seconds: float) -> tuple[list[float], float]:
    """Let eight clients ask at once, each time and requests a second; what only one can do at a time is left out.

    Where a form is sent, fetching it stands in nobody's time: a second is then one that is spent on sending.
    """
    if page.undo:
        return [], 0.0
    times, took = at_once(CLIENTS, seconds, lambda _: visits.ask(page))
    return times, len(times) / (sum(times) / CLIENTS if page.writes else took)


def _only(row: tuple[object, ...] | None) -> object:
    return row[0] if row else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
