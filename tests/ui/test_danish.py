"""Dates, times and numbers the way Danes write them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine

from rundbord.ui.tags.danish import ago, machine_time, number, soft_hyphens
from tests.ui.conftest import Show

DANISH = ZoneInfo("Europe/Copenhagen")
MORNING = dt.datetime(2026, 11, 20, 8, 30, tzinfo=DANISH)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("day", "fredag 20. november 2026"),
        ("day_short", "20/11"),
        ("clock", "08.30"),
        ("moment", "fredag 20. november 2026 kl. 08.30"),
        ("moment_short", "20/11 08.30"),
    ],
)
def test_a_moment_is_written_in_danish(show: Show, name: str, written: str) -> None:
    assert show(f"{{{{ when|{name} }}}}", when=MORNING) == written


def test_a_moment_from_the_database_is_shown_in_danish_time(show: Show) -> None:
    summer = dt.datetime(2026, 7, 1, 22, 15, tzinfo=dt.UTC)

    assert show("{{ when|moment }}", when=summer) == "torsdag 2. juli 2026 kl. 00.15"


@pytest.mark.parametrize("name", ["day", "day_short", "clock", "moment", "moment_short", "ago", "number"])
def test_a_missing_value_is_written_as_nothing(show: Show, name: str) -> None:
    assert show(f"{{{{ when|{name} }}}}", when=None) == ""


@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize(
    ("before", "words"),
    [
        (dt.timedelta(seconds=20), "lige nu"),
        (dt.timedelta(minutes=1), "for 1 minut siden"),
        (dt.timedelta(minutes=59), "for 59 minutter siden"),
        (dt.timedelta(hours=1), "for 1 time siden"),
        (dt.timedelta(hours=23, minutes=59), "for 23 timer siden"),
        (dt.timedelta(days=1), "for 1 dag siden"),
        (dt.timedelta(days=6, hours=23), "for 6 dage siden"),
        (dt.timedelta(days=7), "den fredag 13. november 2026"),
        (dt.timedelta(minutes=-5), "lige nu"),
    ],
)
def test_how_long_ago(before: dt.timedelta, words: str) -> None:
    assert ago(MORNING - before) == words


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(0, None, "0"), (999, None, "999"), (1024, None, "1.024"), (1234.5, 1, "1.234,5"), (-1024, None, "-1.024")],
)
def test_numbers_have_danish_separators(value: float, decimals: int | None, written: str) -> None:
    assert number(value, decimals) == written


def test_the_machine_gets_the_moment_with_its_zone() -> None:
    assert machine_time(MORNING) == "2026-11-20T08:30:00+01:00"


@pytest.mark.parametrize(
    ("label", "broken"),
    [("Situationsbillede", "Situations\u00adbillede"), ("Partnerskab", "Partner\u00adskab"), ("Indbakke", "Indbakke")],
)
def test_long_words_may_break_where_danish_joins_them(label: str, broken: str) -> None:
    assert soft_hyphens(label) == broken
