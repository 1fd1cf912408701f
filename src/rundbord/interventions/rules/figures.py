"""A unit's figures: counts and medians that never point at fewer than five, and never at who did the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from rundbord.interventions.rules.first_contact import LEGS, Way, days_to, in_days
from rundbord.interventions.vocabulary import ConcernClock

FEWEST = 5
# One wording for what is small and for what would give it away: the reader cannot tell which.
HIDDEN = "For få til at vise"


def told(count: int) -> str:
    """Write a count, or that it is too small."""
    return str(count) if count >= FEWEST else HIDDEN


def told_part(part: int, whole: int) -> str:
    """Write a part of a whole that is shown beside it: what is left over must not be small either."""
    left = whole - part
    return told(part) if left == 0 or left >= FEWEST else HIDDEN


@dataclass(frozen=True, kw_only=True)
class LegFigures:
    """One leg in a unit's concerns together."""

    clock: ConcernClock
    reached: str
    median: str


@dataclass(frozen=True, kw_only=True)
class Load:
    """What a unit has open, and what of it is late."""

    open: str
    overdue: str


def load_of(*, open_count: int, overdue: int) -> Load:
    """Tell the load so that neither the late nor those in time are fewer than five where both could be reckoned."""
    return Load(open=told(open_count), overdue=told_part(overdue, open_count))


def legs_together(ways: Sequence[Way]) -> list[LegFigures]:
    """Put the legs of many concerns together; what fewer than five reached, or fewer than five did not, is hidden."""
    return [_leg(ways, clock) for clock in LEGS]


def endings_told(counts: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    """Give the endings that five or more had, the commonest first; no total stands beside them."""
    common = sorted(
        ((count, label) for label, count in counts if count >= FEWEST), key=lambda each: (-each[0], each[1])
    )
    return [(label, str(count)) for count, label in common]


def _leg(ways: Sequence[Way], clock: ConcernClock) -> LegFigures:
    days = [number for way in ways if (number := days_to(way, clock)) is not None]
    is_enough = len(days) >= FEWEST
    return LegFigures(
        clock=clock,
        reached=told_part(len(days), len(ways)),
        median=in_days(round(median(days))) if is_enough else HIDDEN,
    )
