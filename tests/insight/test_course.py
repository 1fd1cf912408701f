"""How a year is drawn in lanes, and a week as shades: what stands where, and how high."""

from __future__ import annotations

from datetime import date

from rundbord.insight.rules.course import WIDTH, Scale, Span, lane_of_bars, lane_of_steps
from rundbord.insight.rules.heat import BLOCKS, heat_of

SCALE = Scale(first=date(2025, 12, 1), today=date(2026, 11, 16))


def _span(first: date, last: date | None, *, share: float = 1.0) -> Span:
    return Span(words="Konflikt ved torvet", first=first, last=last, kind="conflict", share=share)


def test_months_are_equally_wide_and_days_lie_in_them() -> None:
    assert [SCALE.x(day) for day in (date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 15))] == [0, 60, 150]
    assert SCALE.x(date(2020, 1, 1)) == 0
    assert SCALE.x(date(2030, 1, 1)) == WIDTH


def test_what_still_lasts_is_drawn_until_today_and_what_is_ahead_not_at_all() -> None:
    lane = lane_of_bars("Konflikter", [_span(date(2026, 10, 1), None), _span(date(2026, 12, 1), None)], SCALE)

    [bar] = lane.bars
    assert (bar.x, bar.x + bar.width) == (600, 690)


def test_what_ended_before_the_year_is_left_out_and_what_began_before_it_is_cut() -> None:
    old, long = _span(date(2024, 1, 1), date(2025, 11, 30)), _span(date(2024, 1, 1), date(2026, 1, 1))

    lane = lane_of_bars("Zoner", [old, long], SCALE)

    assert [(bar.x, bar.width) for bar in lane.bars] == [(0, 60)]
    assert lane.spans == (long,)


def test_a_day_at_the_very_end_is_seen_inside_the_drawing() -> None:
    scale = Scale(first=date(2025, 12, 1), today=date(2026, 11, 30))

    [bar] = lane_of_bars("Opgaver", [_span(date(2026, 11, 30), date(2026, 11, 30))], scale).bars

    assert bar.width > 0
    assert bar.x + bar.width <= WIDTH


def test_what_lasts_at_the_same_time_lies_under_each_other_up_to_five_rows() -> None:
    together = [_span(date(2026, month, 1), None) for month in range(1, 9)]
    apart = [_span(date(2026, 1, 1), date(2026, 2, 1)), _span(date(2026, 3, 1), date(2026, 4, 1))]

    assert len({bar.y for bar in lane_of_bars("Opgaver", together, SCALE).bars}) == 5
    assert len({bar.y for bar in lane_of_bars("Opgaver", apart, SCALE).bars}) == 1


def test_the_graver_step_stands_higher_and_all_stand_on_the_ground() -> None:
    steps = [_span(date(2026, 1, 1), date(2026, 2, 1), share=0.2), _span(date(2026, 2, 1), None, share=1.0)]

    lane = lane_of_steps("Status, Politi", steps, SCALE)

    newest, oldest = lane.bars
    assert newest.height > oldest.height
    assert {bar.y + bar.height for bar in lane.bars} == {lane.height}


def test_the_week_is_counted_in_blocks_of_three_hours_and_the_most_is_darkest() -> None:
    heat = heat_of({(1, 0): 1, (5, 21): 5, (5, 23): 3, (7, 2): 2})

    rows = dict(heat.rows)
    assert [cell.count for cell in rows["fredag"]] == [0, 0, 0, 0, 0, 0, 0, 8]
    assert (rows["fredag"][-1].shade, rows["mandag"][0].shade, rows["tirsdag"][0].shade) == (4, 1, 0)
    assert (heat.total, heat.busiest) == (11, "fredag kl. 21–24")
    assert len(BLOCKS) == 8


def test_a_week_without_anything_is_light_everywhere() -> None:
    heat = heat_of({})

    assert (heat.total, heat.busiest) == (0, "")
    assert {cell.shade for _, cells in heat.rows for cell in cells} == {0}
