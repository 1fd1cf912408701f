"""When a round may be opened, what may be nominated, and how its size is told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from rundbord.sharing.rules.who_else import (
    Nominating,
    Opening,
    SizeBand,
    band_of,
    objections_to_nominating,
    objections_to_round,
)

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


def _opening(**changed: Any) -> Opening:
    return Opening(
        **{
            "reason": "Fælles møde om unge ved stationen.",
            "meeting_on": date(2026, 12, 3),
            "closes_at": NOW + timedelta(days=2),
            "now": NOW,
            "today": date(2026, 11, 30),
            "lately": 1,
            **changed,
        }
    )


def _nominating(**changed: Any) -> Nominating:
    return Nominating(
        **{
            "file_opened_at": NOW - timedelta(days=2),
            "has_cpr": True,
            "closes_at": NOW + timedelta(days=1),
            "now": NOW,
            "nominated": 49,
            **changed,
        }
    )


def test_the_second_round_of_a_week_may_be_opened() -> None:
    assert objections_to_round(_opening()) == {}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"reason": "Møde."}, "reason"),
        ({"meeting_on": date(2026, 11, 29)}, "meeting_on"),
        ({"closes_at": NOW + timedelta(minutes=59)}, "closes_at"),
        ({"closes_at": NOW + timedelta(days=15)}, "closes_at"),
        ({"lately": 2}, ""),
    ],
)
def test_a_round_without_reason_time_or_room_is_refused(changed: dict[str, Any], field: str) -> None:
    assert list(objections_to_round(_opening(**changed))) == [field]


def test_a_file_of_two_days_may_be_the_fiftieth() -> None:
    assert objections_to_nominating(_nominating()) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"file_opened_at": NOW - timedelta(hours=23, minutes=59)},
        {"has_cpr": False},
        {"closes_at": NOW},
        {"nominated": 50},
    ],
)
def test_a_fresh_file_one_without_number_and_the_fifty_first_are_refused(changed: dict[str, Any]) -> None:
    assert len(objections_to_nominating(_nominating(**changed))) == 1


def test_a_file_of_exactly_a_day_is_old_enough() -> None:
    assert objections_to_nominating(_nominating(file_opened_at=NOW - timedelta(hours=24))) == []


@pytest.mark.parametrize(
    ("count", "band"),
    [(0, "under_5"), (4, "under_5"), (5, "under_10"), (9, "under_10"), (10, "under_25"), (25, "more"), (900, "more")],
)
def test_a_size_is_told_in_bands_and_none_is_as_few(count: int, band: str) -> None:
    assert band_of(count) is SizeBand(band)
