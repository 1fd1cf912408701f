"""Clusters: events that hang together through others, and none that does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rundbord.patterns import Events, clusters

METRES, DAYS = 100.0, 7


def _clusters(*events: tuple[float, int]) -> list[tuple[int, ...]]:
    """Gather events on a line, each a distance and a day."""
    told = Events(east=[metres for metres, _ in events], north=[0.0] * len(events), days=[day for _, day in events])
    return [one.members for one in clusters(told, metres=METRES, days=DAYS)]


def test_events_hang_together_through_the_one_between_them() -> None:
    assert _clusters((0, 1), (90, 5), (180, 9)) == [(0, 1, 2)]


def test_close_in_one_alone_is_not_close() -> None:
    assert _clusters((0, 1), (0, 20), (500, 1)) == []


def test_the_limits_themselves_are_close() -> None:
    assert _clusters((0, 1), (100, 8)) == [(0, 1)]


def test_the_cluster_with_the_newest_event_comes_first_and_its_members_oldest_first() -> None:
    assert _clusters((0, 4), (0, 2), (900, 9), (900, 8)) == [(3, 2), (1, 0)]


@given(st.lists(st.tuples(st.integers(0, 600).map(float), st.integers(0, 30)), max_size=12))
def test_who_belongs_together_is_what_walking_from_pair_to_pair_gives(events: list[tuple[float, int]]) -> None:
    expected = set()
    for start in range(len(events)):
        reached, waiting = {start}, [start]
        while waiting:
            here = events[waiting.pop()]
            near = {
                number
                for number, (metres, day) in enumerate(events)
                if abs(metres - here[0]) <= METRES and abs(day - here[1]) <= DAYS
            }
            waiting += sorted(near - reached)
            reached |= near
        if len(reached) > 1:
            expected.add(frozenset(reached))

    assert {frozenset(members) for members in _clusters(*events)} == expected
