"""How fast the partnership is when something grave happens: medians, and how often the hour was kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from rundbord.alerts.rules import FIRST_DECISION_WITHIN, Pace, span_words


@dataclass(frozen=True, kw_only=True)
class FirstHour:
    """What the events of some months say together; an event without a decision is in no median, and counted apart."""

    events: int
    seen: timedelta | None
    decided: timedelta | None
    within_the_hour: int
    undecided: int

    @property
    def seen_words(self) -> str:
        """The median from report to seen."""
        return span_words(self.seen) if self.seen is not None else "–"

    @property
    def decided_words(self) -> str:
        """The median from report to first decision."""
        return span_words(self.decided) if self.decided is not None else "–"


def first_hour_of(paces: Sequence[Pace]) -> FirstHour:
    """Put the measured events together."""
    decided = [pace.decided_after for pace in paces if pace.decided_after is not None]
    return FirstHour(
        events=len(paces),
        seen=_median(pace.seen_after for pace in paces if pace.seen_after is not None),
        decided=_median(decided),
        within_the_hour=sum(after <= FIRST_DECISION_WITHIN for after in decided),
        undecided=len(paces) - len(decided),
    )


def _median(spans: Iterable[timedelta]) -> timedelta | None:
    seconds = [span.total_seconds() for span in spans]
    return timedelta(seconds=median(seconds)) if seconds else None
