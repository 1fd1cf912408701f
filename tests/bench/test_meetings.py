"""Years of meetings and a full morning meeting, measured small: every page answers, and every word is found again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import meetings, morning_meeting
from bench.at_size.at_the_table import hold
from bench.at_size.meeting_pages import FACTS, PAGES
from bench.at_size.nights import nights_of, told_of_nights
from bench.at_size.pages import Page
from bench.at_size.results import Measured, Titles, write
from bench.pages import Visits, side_by_side
from tests.bench.conftest import DECISIONS
from tests.small_world import SmallWorld

# One server for all of it, like a journey's; a quick run leaves it out.
pytestmark = pytest.mark.left_out


@pytest.fixture(scope="module")
def visits(world: SmallWorld) -> Iterator[Visits]:
    """Its visitors."""
    with Visits(world, FACTS) as visits:
        yield visits


def test_as_many_decisions_are_laid_as_were_asked_for(world: SmallWorld) -> None:
    with world.as_superuser() as connection:
        found = connection.execute(
            "SELECT count(*) FROM tasks_task WHERE what LIKE 'Stå ved stationen kl. 21–23 i uge %'"
        ).fetchone()

    assert found == (DECISIONS,)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_measured_page_answers_and_what_is_sent_is_taken_back(visits: Visits, page: Page) -> None:
    visits.ask(page)
    visits.ask(page)


def test_a_measured_page_stands_in_the_table_with_what_the_night_does(
    world: SmallWorld, visits: Visits, tmp_path: Path
) -> None:
    page = next(page for page in PAGES if page.name == "board, refreshed")
    figures = side_by_side(page, [visits], Namespace(rounds=2, seconds=0.1))
    nights = nights_of([world], rounds=1)

    titles = Titles(heading="Small", noun="decisions", file="meetings", ending=told_of_nights(nights))
    measured = [Measured(page=page.name, figures=figures)]
    write(measured, titles=titles, starts={world.name: 0}, peaks={world.name: []}, folder=tmp_path, is_whole=True)

    table = (tmp_path / "meetings.md").read_text("utf-8")
    assert "| board, refreshed | " in table
    assert f"| {DECISIONS} | overdue climbs | " in table
    assert figures[world.name].bare


def test_everybody_sees_what_everybody_writes(world: SmallWorld, tmp_path: Path) -> None:
    held = hold(world, people=4, seconds=6, every=1, notes_before=2)

    assert held.told.errors == []
    assert held.accepted == held.stored > 0
    assert (held.unseen, len(held.delays)) == (0, held.accepted * 3)
    assert "4 people in one morning meeting" in morning_meeting.write(held, every=1, folder=tmp_path)
    assert (tmp_path / "morning_meeting.md").is_file()


def test_the_sizes_that_are_compared_are_one_year_and_ten() -> None:
    assert meetings._asked([]).sizes == [5_000, 50_000]
