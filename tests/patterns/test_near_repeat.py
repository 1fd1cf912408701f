"""Whether events near in space lie near in time: by hand, by brute force, and whatever the order."""

from datetime import date
from itertools import combinations
from math import hypot
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rundbord.patterns import Bands, ClosePair, Events, NearRepeat, close_pairs, near_repeat
from rundbord.patterns.near_repeat import knox, pairs

Rows = list[tuple[float, float, int]]

BANDS = Bands(metres=(2.0, 5.0, 13.0), days=(0, 3, 20))
ONE = Bands(metres=(100.0,), days=(7,), is_same_point_apart=False)


def events(rows: Rows) -> Events:
    return Events(
        east=[east for east, _, _ in rows], north=[north for _, north, _ in rows], days=[day for _, _, day in rows]
    )


def scattered(number: int, *, over: int, seed: int) -> Rows:
    drawn = np.random.default_rng(seed).integers(0, (over, over, 90), (number, 3))
    return [(float(east), float(north), int(day)) for east, north, day in drawn]


def by_brute_force(rows: Rows, bands: Bands) -> list[int]:
    gaps = [
        (hypot(one[0] - other[0], one[1] - other[1]), abs(one[2] - other[2])) for one, other in combinations(rows, 2)
    ]
    return [
        sum(is_inside(metres, span) and first <= days <= last for metres, days in gaps)
        for span in bands.spans
        for first, last in bands.periods
    ]


def is_inside(metres: float, span: tuple[float, float]) -> bool:
    return metres == 0 if span == (0, 0) else span[0] < metres <= span[1]


def counted(found: NearRepeat) -> list[int]:
    return [cell.pairs for cell in found.cells]


# Four corners of a square of 100 m and one far away; days 0, 7, 8, 100 and 0.
SQUARE: Rows = [(0, 0, 0), (100, 0, 7), (0, 100, 8), (100, 100, 100), (5000, 5000, 0)]


def test_a_square_is_counted_by_hand_with_the_limits_included() -> None:
    found = near_repeat(events(SQUARE), ONE, permutations=9)
    assert (found.near_in_space, found.near_in_time) == ((4,), (4,))
    (cell,) = found.cells
    assert cell.pairs == 1
    assert cell.expected == pytest.approx(4 * 4 / 10)


def test_the_share_of_permutations_is_that_of_all_permutations() -> None:
    # Three events, two of them neighbours, two on the same day: one of three ways to deal the days has the pair.
    rows: Rows = [(0, 0, 0), (10, 0, 0), (9000, 0, 50)]
    (cell,) = near_repeat(events(rows), ONE, permutations=3000, seed=3).cells
    assert cell.pairs == 1
    assert cell.expected == pytest.approx(1 / 3)
    assert cell.p == pytest.approx(1 / 3, abs=0.03)


def test_events_at_one_point_are_a_band_of_their_own() -> None:
    rows: Rows = [(0, 0, 0), (0, 0, 2), (30, 0, 1)]
    apart = near_repeat(events(rows), Bands(metres=(50.0,), days=(7,)), permutations=1)
    assert [(cell.metres, cell.pairs) for cell in apart.cells] == [((0.0, 0.0), 1), ((0.0, 50.0), 2)]
    (together,) = near_repeat(events(rows), Bands(metres=(50.0,), days=(7,), is_same_point_apart=False)).cells
    assert together.pairs == 3


def test_repeats_close_by_are_found_and_places_without_them_are_not() -> None:
    rng = np.random.default_rng(2)
    places = rng.uniform(0, 20_000, (400, 2))
    days = rng.integers(0, 1000, 400)
    random = [(float(east), float(north), int(day)) for (east, north), day in zip(places, days, strict=True)]
    again = [(east + 40, north, day + 3) for east, north, day in random[:40]]
    struck, calm = (near_repeat(events(rows), ONE, seed=1).cells[0] for rows in (random + again, random))
    assert struck.p == 0.001
    assert (struck.ratio or 0) > 10
    assert calm.p > 0.05


def test_the_seed_decides_the_permutations_and_nothing_else_does() -> None:
    rows = scattered(80, over=40, seed=5)
    one, again, other = (near_repeat(events(rows), BANDS, permutations=99, seed=seed) for seed in (1, 1, 2))
    assert one == again
    assert counted(one) == counted(other)
    assert [cell.p for cell in one.cells] != [cell.p for cell in other.cells]


def test_small_blocks_give_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = scattered(120, over=60, seed=6)
    whole = near_repeat(events(rows), BANDS, permutations=50, seed=1)
    monkeypatch.setattr(pairs, "_AT_ONCE", 17)
    monkeypatch.setattr(knox, "_BLOCK_BYTES", 120 * 2 * 7)
    monkeypatch.setattr(knox, "_TOGETHER", 10)
    assert near_repeat(events(rows), BANDS, permutations=50, seed=1) == whole


def test_more_pairs_than_a_byte_counts_are_counted() -> None:
    rows: Rows = [(0, 0, number % 2) for number in range(120)]
    found = near_repeat(events(rows), Bands(metres=(1.0,), days=(0, 1)), permutations=20)
    assert counted(found) == [2 * 60 * 59 // 2, 60 * 60, 0, 0]
    assert {cell.p for cell in found.cells} == {1.0}


@pytest.mark.parametrize("rows", [[], [(3.0, 4.0, 5)]])
def test_without_a_pair_there_is_nothing_to_find(rows: Rows) -> None:
    found = near_repeat(events(rows), BANDS, permutations=5)
    assert set(counted(found)) == {0}
    assert {cell.ratio for cell in found.cells} == {None}


def test_days_far_apart_are_told_apart() -> None:
    rows: Rows = [(0, 0, 0), (1, 0, 70_000), (2, 0, 70_003)]
    found = near_repeat(events(rows), Bands(metres=(5.0,), days=(7, 80_000)), permutations=5)
    assert counted(found) == [0, 0, 1, 2]


@pytest.mark.parametrize(
    ("metres", "days"), [((), (7,)), ((100.0,), ()), ((0.0, 5.0), (7,)), ((5.0, 5.0), (7,)), ((5.0,), (7, 3))]
)
def test_bands_without_width_are_refused(metres: tuple[float, ...], days: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"band|limits"):
        Bands(metres=metres, days=days)


def test_a_place_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="one place and one day"):
        Events(east=[1.0], north=[2.0], days=[])


ROWS = st.lists(
    st.tuples(st.integers(-20, 20).map(float), st.integers(-20, 20).map(float), st.integers(0, 40)),
    min_size=0,
    max_size=40,
)


@settings(deadline=None)
@given(ROWS)
def test_every_count_is_that_of_brute_force(rows: Rows) -> None:
    assert counted(near_repeat(events(rows), BANDS, permutations=1)) == by_brute_force(rows, BANDS)


@settings(deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_events_and_the_place_of_the_origin_decide_nothing(rows: Rows, random: Random) -> None:
    moved = [(east + 700_000, north + 6_200_000, day + 738_000) for east, north, day in random.sample(rows, len(rows))]
    one, other = (near_repeat(events(some), BANDS, permutations=1) for some in (rows, moved))
    assert [(cell.pairs, cell.expected) for cell in one.cells] == [(cell.pairs, cell.expected) for cell in other.cells]


@settings(deadline=None)
@given(ROWS)
def test_close_pairs_are_those_of_brute_force(rows: Rows) -> None:
    found = close_pairs(events(rows), metres=5.0, days=3)
    near = {
        frozenset((one, other))
        for one, other in combinations(range(len(rows)), 2)
        if hypot(rows[one][0] - rows[other][0], rows[one][1] - rows[other][1]) <= 5
        and abs(rows[one][2] - rows[other][2]) <= 3
    }
    assert {frozenset((pair.first, pair.second)) for pair in found} == near
    assert len(found) == len(near)


def test_a_close_pair_names_the_earlier_first_and_the_nearest_in_time_come_first() -> None:
    days = [date(2026, 3, 9), date(2026, 3, 4), date(2026, 3, 10)]
    some = Events.of([(0.0, 0.0), (30.0, 40.0), (0.0, 20.0)], days)
    assert close_pairs(some, metres=50.0, days=5) == [
        ClosePair(first=0, second=2, metres=20.0, days=1),
        ClosePair(first=1, second=0, metres=50.0, days=5),
    ]
