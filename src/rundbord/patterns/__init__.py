"""Unusual counts and space-time clustering of places; pure, without Django, usable and scored alone.

Importing it costs nothing: numpy is loaded by the first call.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rundbord.patterns.counts import Findings, History, Judgement, Normal, TooLittleHistory, Window
from rundbord.patterns.danish_days import special_days
from rundbord.patterns.near_repeat.clusters import clusters_of
from rundbord.patterns.near_repeat.events import Bands, Cell, ClosePair, Cluster, Events, NearRepeat
from rundbord.patterns.vocabulary import Influence
from rundbord.patterns.words import in_words

__all__ = [
    "Bands",
    "Cell",
    "ClosePair",
    "Cluster",
    "Events",
    "Findings",
    "History",
    "Influence",
    "Judgement",
    "NearRepeat",
    "Normal",
    "TooLittleHistory",
    "Window",
    "close_pairs",
    "clusters",
    "in_words",
    "near_repeat",
    "special_days",
    "unusual_counts",
]


def unusual_counts(
    histories: Iterable[History], *, ending_on: date, special: Mapping[date, str] | None = None
) -> Findings:
    """Judge the last day and the last seven days of every area and category against its own normal.

    `special` names the kind of each day that is unlike others; `special_days` gives the Danish ones.
    """
    from rundbord.patterns.judging import judged  # noqa: PLC0415 - loads numpy

    return judged(list(histories), ending_on=ending_on, special=special or {})


def near_repeat(events: Events, bands: Bands, *, permutations: int = 999, seed: int = 0) -> NearRepeat:
    """Test whether events near each other in space lie nearer in time than chance lets them (Knox 1964)."""
    from rundbord.patterns.near_repeat.knox import tested  # noqa: PLC0415 - loads numpy

    return tested(events, bands, permutations=permutations, seed=seed)


def close_pairs(events: Events, *, metres: float, days: int) -> Sequence[ClosePair]:
    """List the pairs of events within this distance and this many days, nearest in time first."""
    from rundbord.patterns.near_repeat.pairs import close_in_both  # noqa: PLC0415 - loads numpy

    return close_in_both(events, metres=metres, days=days)


def clusters(events: Events, *, metres: float, days: int) -> Sequence[Cluster]:
    """Gather events that are within this distance and this many days of another of the same cluster."""
    return clusters_of(events, close_pairs(events, metres=metres, days=days))
