"""How a goal stands is said from what was measured, and small numbers of persons are hidden."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rundbord.partnership.rules.goals import Aim, in_danish, objections_to_goal, objections_to_value
from rundbord.partnership.rules.small_counts import told, told_with_sum
from rundbord.partnership.vocabulary import GoalStanding

TODAY, LATER, EARLIER = date(2026, 6, 1), date(2026, 12, 31), date(2026, 1, 1)


def _aim(baseline: int, target: int, *, by: date = LATER, persons: bool = False) -> Aim:
    return Aim(baseline=Decimal(baseline), target=Decimal(target), target_on=by, counts_persons=persons)


@pytest.mark.parametrize(
    ("aim", "newest", "standing"),
    [
        (_aim(20, 10), None, GoalStanding.NOT_MEASURED),
        (_aim(20, 10), 10, GoalStanding.REACHED),
        (_aim(20, 10), 9, GoalStanding.REACHED),
        (_aim(20, 10), 15, GoalStanding.CLOSER),
        (_aim(20, 10), 20, GoalStanding.UNCHANGED),
        (_aim(20, 10), 22, GoalStanding.FURTHER),
        (_aim(20, 10, by=EARLIER), 15, GoalStanding.MISSED),
        (_aim(20, 10, by=EARLIER), 9, GoalStanding.REACHED),
        (_aim(10, 40), 41, GoalStanding.REACHED),
        (_aim(10, 40), 12, GoalStanding.CLOSER),
        (_aim(10, 40), 8, GoalStanding.FURTHER),
        (_aim(20, 0, persons=True), 4, GoalStanding.HIDDEN),
        (_aim(3, 0, persons=True), 8, GoalStanding.HIDDEN),
        (_aim(20, 0, persons=True), 0, GoalStanding.REACHED),
    ],
)
def test_a_goal_stands_as_measured(aim: Aim, newest: int | None, standing: GoalStanding) -> None:
    value = None if newest is None else Decimal(newest)

    assert aim.standing(value, today=TODAY) is standing


def test_a_value_that_counts_too_few_persons_is_not_written() -> None:
    assert _aim(20, 0, persons=True).told(Decimal(3)) == "under 5"
    assert _aim(20, 0, persons=True).told(Decimal(5)) == "5"
    assert _aim(20, 0).told(Decimal(3)) == "3"


def test_numbers_are_danish() -> None:
    assert [in_danish(Decimal(text)) for text in ("1234.50", "10.00", "0.25", "-3")] == ["1.234,5", "10", "0,25", "-3"]


def test_a_goal_aims_at_something_else_and_later() -> None:
    same = objections_to_goal(baseline=Decimal(1), baseline_on=TODAY, target=Decimal(1), target_on=TODAY)

    assert set(same) == {"target", "target_on"}
    assert objections_to_goal(baseline=Decimal(1), baseline_on=TODAY, target=Decimal(2), target_on=LATER) == {}


def test_a_period_is_over_before_it_is_measured() -> None:
    assert objections_to_value(first=EARLIER, last=TODAY, today=TODAY) == {}
    assert objections_to_value(first=EARLIER, last=LATER, today=TODAY)
    assert objections_to_value(first=TODAY, last=EARLIER, today=TODAY)


@pytest.mark.parametrize(("count", "words"), [(0, "0"), (1, "under 5"), (4, "under 5"), (5, "5"), (37, "37")])
def test_one_to_four_persons_are_never_told(count: int, words: str) -> None:
    assert told(count) == words


def test_one_small_part_takes_the_next_smallest_with_it_so_that_the_sum_tells_nothing() -> None:
    parts, total = told_with_sum({"a": 3, "b": 8, "c": 20, "d": 0})

    assert parts == {"a": "under 5", "b": "skjult", "c": "20", "d": "0"}
    assert total == "31"


def test_two_small_parts_hide_each_other_and_a_single_one_hides_the_sum() -> None:
    assert told_with_sum({"a": 3, "b": 2, "c": 20}) == ({"a": "under 5", "b": "under 5", "c": "20"}, "25")
    assert told_with_sum({"a": 3, "b": 0}) == ({"a": "under 5", "b": "0"}, "under 5")
    assert told_with_sum({"a": 6, "b": 7}) == ({"a": "6", "b": "7"}, "13")


def test_small_parts_that_sum_to_few_leave_no_trace() -> None:
    parts, total = told_with_sum({"a": 1, "b": 1})

    assert parts == {"a": "under 5", "b": "under 5"}
    assert total == "under 5"


def test_two_ones_beside_a_large_part_cannot_be_reckoned_back() -> None:
    """The sum less the rest is two: each of two small parts must then be one, so the next smallest goes with them."""
    parts, _ = told_with_sum({"a": 1, "b": 1, "c": 20, "d": 30})

    assert parts == {"a": "under 5", "b": "under 5", "c": "skjult", "d": "30"}
