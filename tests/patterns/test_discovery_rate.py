"""The false discovery rate over the tests of one day."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundbord.patterns.normal.discovery_rate import q_values

# Benjamini and Hochberg 1995, section 4.1: fifteen p-values, of which the first four are discoveries at 5 %.
PUBLISHED = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528]
PUBLISHED += [0.7590, 1.0000]


def test_the_published_example_has_four_discoveries() -> None:
    assert [q <= 0.05 for q in q_values(PUBLISHED)] == [True] * 4 + [False] * 11


def test_one_test_keeps_its_p_and_no_test_gives_no_answer() -> None:
    assert q_values([0.03]) == [0.03]
    assert q_values([]) == []


@pytest.mark.parametrize(("ps", "qs"), [([0.01, 0.04, 0.03], [0.03, 0.04, 0.04]), ([1.0, 1.0], [1.0, 1.0])])
def test_a_q_is_worked_out_by_hand(ps: list[float], qs: list[float]) -> None:
    assert q_values(ps) == pytest.approx(qs)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_the_tests_decides_nothing(ps: list[float], random: Random) -> None:
    order = list(range(len(ps)))
    random.shuffle(order)
    qs, shuffled = q_values(ps), q_values([ps[number] for number in order])
    assert [qs[number] for number in order] == shuffled
    assert all(p <= q <= 1 for p, q in zip(ps, qs, strict=True))
