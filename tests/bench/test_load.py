"""A full house, measured small: nobody who follows the links of the own pages meets a closed door or a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import load
from bench.at_size.walking import Log, shape_of
from tests.small_world import SmallWorld

pytestmark = pytest.mark.left_out


def test_employees_who_follow_links_and_report_meet_no_failure(world: SmallWorld, tmp_path: Path) -> None:
    asked = load.parsed(["--people", "10", "--every", "1", "--files", "0"])

    kept = load.keep_house(world, people=asked.people, every=asked.every, seconds=12)

    assert kept.log.errors == []
    assert {each.kind for each in kept.log.asked} >= {"page", "report sent"}
    table = load.write(kept, asked, folder=tmp_path)
    assert "10 employees at once, a page every 1 seconds each" in table
    assert (tmp_path / "load.md").read_text("utf-8") == table


def test_a_page_that_stays_open_asks_for_its_signal(world: SmallWorld) -> None:
    kept = load.keep_house(world, people=2, every=30, seconds=20)

    assert kept.log.errors == []
    assert "signal" in {each.kind for each in kept.log.asked}


def test_a_failed_request_is_counted_and_named(tmp_path: Path) -> None:
    kept = load.Kept(people=1, seconds=1, log=Log(errors=["OSError: 500 at /unge/"]), processors={"application": 0.0})

    table = load.write(kept, load.parsed([]), folder=tmp_path)

    assert "| 0 | 0 | 1 | 0 |" in table
    assert "* OSError: 500 at /unge/" in table


def test_a_thousand_files_are_one_line() -> None:
    assert shape_of("/unge/0b5c3f0e-aaaa-4bbb-8ccc-123456789abc/?vis=1") == "/unge/•/"
