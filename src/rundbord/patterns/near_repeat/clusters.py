"""Events that hang together: each is close in space and time to another of its cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rundbord.patterns.near_repeat.events import ClosePair, Cluster, Events


def clusters_of(events: Events, pairs: Iterable[ClosePair]) -> Sequence[Cluster]:
    """Join pairs that share an event; the cluster with the newest event comes first."""
    joined = _Joined(len(events))
    for pair in pairs:
        joined.join(pair.first, pair.second)
    found = [_cluster(events, members) for members in joined.groups()]
    return sorted(found, key=lambda one: (-one.last_day, one.members))


def _cluster(events: Events, members: list[int]) -> Cluster:
    ordered = sorted(members, key=lambda number: (events.days[number], number))
    days = [events.days[number] for number in ordered]
    return Cluster(members=tuple(ordered), first_day=days[0], last_day=days[-1])


class _Joined:
    """Numbers that know whom they belong with (a forest of disjoint sets)."""

    def __init__(self, length: int) -> None:
        """Let everybody stand alone."""
        self._leads_to = list(range(length))

    def join(self, one: int, other: int) -> None:
        """Let the two, and all that belong with them, belong together."""
        self._leads_to[self._root(one)] = self._root(other)

    def groups(self) -> Iterator[list[int]]:
        """Give those of two or more."""
        by_root: dict[int, list[int]] = {}
        for number in range(len(self._leads_to)):
            by_root.setdefault(self._root(number), []).append(number)
        yield from (members for members in by_root.values() if len(members) > 1)

    def _root(self, number: int) -> int:
        while self._leads_to[number] != number:
            self._leads_to[number] = self._leads_to[self._leads_to[number]]
            number = self._leads_to[number]
        return number
