"""What is unusual in one area, judged by that area's own past."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rundbord.patterns import Findings, History, Influence, Judgement, Window, special_days, unusual_counts

FIRST = date(2021, 3, 1)
TODAY = date(2026, 3, 15)
LENGTH = (TODAY - FIRST).days + 1
SPECIAL = special_days(FIRST, TODAY)


def history(counts: list[int], area: str = "Nordby", category: str = "indbrud", starts_on: date = FIRST) -> History:
    return History(area=area, category=category, starts_on=starts_on, counts=tuple(counts))


def ordinary(rate: float, seed: int = 1, area: str = "Nordby", length: int = LENGTH) -> History:
    counts = np.random.default_rng(seed).poisson(rate, length).tolist()
    return history(counts, area=area, starts_on=TODAY - timedelta(days=length - 1))


def with_last_week(past: History, week: list[int]) -> History:
    return replace(past, counts=(*past.counts[:-7], *week))


def found(*histories: History, ending_on: date = TODAY) -> Findings:
    return unusual_counts(histories, ending_on=ending_on, special=SPECIAL)


def week_of(findings: Findings, area: str = "Nordby") -> Judgement:
    return next(one for one in findings.judgements if one.area == area and len(one.window.days) == 7)


def day_of(findings: Findings, area: str = "Nordby") -> Judgement:
    return next(one for one in findings.judgements if one.area == area and len(one.window.days) == 1)


def test_a_week_with_three_times_the_usual_is_a_signal() -> None:
    judged = week_of(found(with_last_week(ordinary(0.6), [2, 2, 3, 1, 3, 2, 1])))
    assert judged.is_signal
    assert judged.counted == 14
    assert judged.window == Window(first=date(2026, 3, 9), last=TODAY)
    assert 3 < judged.normal.expected < 5.5
    assert judged.normal.low <= judged.normal.expected <= judged.normal.high < 14
    assert judged.p < judged.q < 0.01


def test_an_ordinary_week_is_none() -> None:
    assert not found(with_last_week(ordinary(0.6), [0, 1, 0, 1, 1, 0, 1])).signals


def test_a_burst_on_the_last_day_is_a_signal_of_the_day() -> None:
    judged = day_of(found(with_last_week(ordinary(0.3), [0, 0, 0, 0, 0, 0, 6])))
    assert judged.is_signal
    assert judged.window == Window(first=TODAY, last=TODAY)


def test_one_or_two_events_are_no_unusual_count_however_rare() -> None:
    for week in ([0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 1, 0, 0, 1]):
        assert not found(with_last_week(history([0] * LENGTH), week)).signals


def test_where_nothing_ever_happened_nothing_is_expected_and_nothing_is_unusual() -> None:
    findings = found(history([0] * LENGTH))
    assert not findings.signals
    assert 0 < week_of(findings).normal.expected < 0.01
    assert (week_of(findings).normal.low, week_of(findings).normal.high) == (0, 0)
    assert week_of(findings).p == 1


def test_three_events_where_nothing_ever_happened_are_a_signal() -> None:
    assert week_of(found(with_last_week(history([0] * LENGTH), [0, 1, 0, 1, 0, 0, 1]))).is_signal


def test_an_even_past_without_effects_gives_the_prediction_that_can_be_worked_out_by_hand() -> None:
    # 52 weeks of nothing but one event a week: Jeffreys' prior makes it 52.5 events in 364 days.
    past = history([1, 0, 0, 0, 0, 0, 0] * 56, starts_on=TODAY - timedelta(days=7 * 56 - 1))
    judged = week_of(unusual_counts([past], ending_on=TODAY))
    assert judged.normal.expected == pytest.approx(52.5 / 52, rel=0.03)


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (27, 0), (60, 4), (28 + 26 * 7 - 1, 25)])
def test_too_little_history_says_so(days: int, weeks: int) -> None:
    findings = found(ordinary(2.0, length=days) if days else history([5], starts_on=TODAY))
    assert not findings.judgements
    (short,) = findings.too_little
    assert (short.weeks, short.needed) == (weeks, 26)


def test_too_little_history_says_from_which_day_there_is_enough() -> None:
    begun = TODAY - timedelta(days=59)
    (short,) = found(history([1] * 60, starts_on=begun)).too_little
    grown = history([1] * ((short.judged_from - begun).days + 1), starts_on=begun)
    assert unusual_counts([grown], ending_on=short.judged_from).judgements
    assert not unusual_counts([grown], ending_on=short.judged_from - timedelta(days=1)).judgements


def test_half_a_year_is_enough_but_tells_no_season() -> None:
    half, whole = ordinary(2.0, length=28 + 26 * 7), ordinary(2.0, area="Sydby", length=28 + 52 * 7)
    findings = found(half, whole)
    assert Influence.SEASON not in week_of(findings).normal.influences
    assert Influence.SEASON in week_of(findings, "Sydby").normal.influences
    assert week_of(findings).normal.learned_from.days[0] == half.starts_on


def test_a_history_that_stops_before_the_day_is_refused() -> None:
    with pytest.raises(ValueError, match="counted until 2026-03-15 only"):
        found(ordinary(1.0), ending_on=TODAY + timedelta(days=1))


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="never negative"):
        history([1, -1])


def test_days_without_events_are_filled_in() -> None:
    days = {date(2026, 3, 2): 3}
    filled = History.of("Nordby", "indbrud", days=days, first=date(2026, 3, 1), last=date(2026, 3, 4))
    assert filled.counts == (0, 3, 0, 0)
    assert filled.ends_on == date(2026, 3, 4)


def weekdays_of(counts: dict[int, int]) -> list[int]:
    days = (FIRST + timedelta(days=number) for number in range(LENGTH))
    return [counts.get(day.isoweekday(), 0) for day in days]


def test_a_busy_saturday_is_normal_for_a_saturday_and_not_for_a_tuesday() -> None:
    past = history(weekdays_of({6: 8, 7: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1}))
    saturday, tuesday = date(2026, 3, 14), date(2026, 3, 10)
    assert day_of(found(past, ending_on=saturday)).normal.expected == pytest.approx(8, rel=0.15)
    assert day_of(found(past, ending_on=tuesday)).normal.expected == pytest.approx(1, rel=0.25)


def test_december_is_judged_by_december() -> None:
    rng = np.random.default_rng(5)
    days = [FIRST + timedelta(days=number) for number in range(LENGTH)]
    winter = [1.0 + 0.8 * np.cos(2 * np.pi * (day.timetuple().tm_yday - 1) / 365) for day in days]
    past = history(rng.poisson(winter).tolist())
    january, july = (week_of(found(past, ending_on=day)) for day in (date(2026, 1, 20), date(2025, 7, 15)))
    assert january.normal.expected > 3 * july.normal.expected


def test_new_year_is_judged_by_new_year() -> None:
    days = [FIRST + timedelta(days=number) for number in range(LENGTH)]
    counts = np.random.default_rng(6).poisson(0.5, LENGTH).tolist()
    fires = [count + 9 * (SPECIAL.get(day) == "nytår") for day, count in zip(days, counts, strict=True)]
    past = history(fires)
    assert day_of(found(past, ending_on=date(2025, 12, 31))).normal.expected > 5
    assert not found(past, ending_on=date(2026, 1, 1)).signals
    assert unusual_counts([past], ending_on=date(2026, 1, 1)).signals, "without knowing the days it is an alarm"


def test_a_slow_rise_becomes_the_normal() -> None:
    rates = np.linspace(0.5, 3.0, LENGTH)
    past = history(np.random.default_rng(7).poisson(rates).tolist())
    assert 16 < week_of(found(past)).normal.expected < 24


def test_an_outbreak_of_the_past_does_not_hide_the_next_one() -> None:
    calm = ordinary(0.5, seed=8)
    counts = list(calm.counts)
    counts[-90:-76] = [6] * 14
    struck = week_of(found(replace(calm, counts=tuple(counts))))
    assert struck.normal.expected < 1.5 * week_of(found(calm)).normal.expected


def test_what_is_happening_now_does_not_become_its_own_normal() -> None:
    calm = ordinary(0.5, seed=9)
    risen = replace(calm, counts=(*calm.counts[:-28], *[4] * 28))
    assert week_of(found(risen)).normal == week_of(found(calm)).normal


def test_many_ordinary_areas_rarely_give_a_signal() -> None:
    many = [ordinary(0.05 * 1.12**number, seed=number, area=f"Område {number}") for number in range(50)]
    signals = [found(*many, ending_on=TODAY - timedelta(days=7 * week)).signals for week in range(6)]
    assert sum(map(len, signals)) <= 1


def test_the_same_week_is_less_sure_among_many_areas_than_alone() -> None:
    struck = with_last_week(ordinary(0.6), [2, 1, 2, 1, 2, 1, 2])
    others = [ordinary(0.6, seed=number, area=f"Område {number}") for number in range(2, 30)]
    alone, among = week_of(found(struck)), week_of(found(struck, *others))
    assert among.p == pytest.approx(alone.p)
    assert among.q > alone.q


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=7, max_size=7), st.integers(0, 6), st.sampled_from([0.0, 0.05, 1.0]))
def test_one_event_more_is_never_less_unusual(week: list[int], at: int, rate: float) -> None:
    past = ordinary(rate)
    more = [count + (number == at) for number, count in enumerate(week)]
    one, other = week_of(found(with_last_week(past, week))), week_of(found(with_last_week(past, more)))
    assert other.p <= one.p
    assert other.q <= one.q
    assert other.normal == one.normal


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_areas_decides_nothing(random: Random) -> None:
    areas = [ordinary(0.2 * number, seed=number, area=f"Område {number}") for number in range(6)]
    shuffled = random.sample(areas, len(areas))
    one, other = (
        {(two.area, two.window): (two.counted, two.is_signal, round(two.p, 6)) for two in found(*order).judgements}
        for order in (areas, shuffled)
    )
    assert one == other


def test_loading_the_package_does_not_load_numpy() -> None:
    code = "import sys, rundbord.patterns; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
