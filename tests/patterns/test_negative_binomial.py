"""Tails and quantiles of over-dispersed counts, against closed forms and plain sums."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundbord.patterns.normal.negative_binomial import quantile, upper_tail


def tail(count: int, mean: float, variance: float) -> float:
    return float(upper_tail(np.array([count]), np.array([mean]), np.array([variance]))[0])


def at(share: float, mean: float, variance: float) -> int:
    return int(quantile(share, np.array([mean]), np.array([variance]))[0])


def poisson_below(count: int, mean: float) -> float:
    return math.fsum(math.exp(-mean) * mean**number / math.factorial(number) for number in range(count))


@pytest.mark.parametrize("mean", [0.02, 0.5, 3.0, 20.0])
@pytest.mark.parametrize("count", [0, 1, 3, 8, 25])
def test_without_excess_it_is_poisson(count: int, mean: float) -> None:
    assert tail(count, mean, mean) == pytest.approx(1 - poisson_below(count, mean), rel=1e-5, abs=1e-12)


@pytest.mark.parametrize("mean", [0.1, 1.0, 9.0])
@pytest.mark.parametrize("count", [0, 1, 4, 30])
def test_with_shape_one_it_is_geometric(count: int, mean: float) -> None:
    assert tail(count, mean, mean + mean**2) == pytest.approx((mean / (1 + mean)) ** count)


def test_a_rare_tail_keeps_its_digits() -> None:
    assert tail(40, 1.0, 2.0) == pytest.approx(0.5**40)


def test_a_large_count_is_no_trouble() -> None:
    assert tail(5000, 5000.0, 6000.0) == pytest.approx(0.5, abs=0.01)
    assert at(0.975, 5000.0, 6000.0) == pytest.approx(5000 + 1.96 * math.sqrt(6000), abs=3)


@pytest.mark.parametrize(
    ("share", "mean", "count"), [(0.5, 1.0, 0), (0.75, 1.0, 1), (0.9, 1.0, 3), (0.975, 1.0, 5), (0.025, 1.0, 0)]
)
def test_the_quantiles_of_a_fair_coin_thrown_until_it_fails(share: float, mean: float, count: int) -> None:
    assert at(share, mean, mean + mean**2) == count


@given(st.integers(0, 60), st.floats(0.001, 40), st.floats(1.0, 6.0))
def test_one_more_is_never_likelier_and_the_range_holds_what_it_says(count: int, mean: float, spread: float) -> None:
    variance = mean * spread
    assert 0 <= tail(count + 1, mean, variance) <= tail(count, mean, variance) <= 1
    high = at(0.975, mean, variance)
    assert tail(high + 1, mean, variance) <= 0.025 + 1e-9
    assert high == 0 or tail(high, mean, variance) > 0.025 - 1e-9
